using Sim.Hardware.Crypto;

namespace Sim.Hardware.Resources;

/// <summary>What a caller gives to DecryptionBlt besides the session.</summary>
/// <param name="Source">The surface that holds ciphertext.</param>
/// <param name="Destination">The protected surface.</param>
/// <param name="SourceSize">Bytes of the source.</param>
/// <param name="BlockInfo">Which bytes are encrypted; null: all.</param>
/// <param name="ContentKeySize">Bytes of the wrapped content key; 0: none, the session key decrypts.</param>
/// <param name="IvSize">Bytes of the IV; 0: none.</param>
public readonly record struct DecryptionBltRequest(
    ResourceDesc Source,
    ResourceDesc Destination,
    ulong SourceSize,
    EncryptedBlockInfo? BlockInfo,
    uint ContentKeySize,
    uint IvSize);
