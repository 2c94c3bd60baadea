using Sim.Hardware.Crypto;
using Sim.Hardware.Keystream;

namespace Sim.Hardware.Decoding;

/// <summary>A buffer that was taken, with all that is needed to decrypt it.</summary>
/// <param name="Type">What it holds.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Encryption">How it is encrypted; null: not at all.</param>
public sealed record DecodeBuffer(VideoDecoderBufferType Type, int Size, DecodeEncryption? Encryption);

/// <summary>How a buffer is encrypted. What is here was latched when the buffer was submitted.</summary>
/// <param name="Kind">What with.</param>
/// <param name="Key">Which key; its epoch is -1 for a hardware key.</param>
/// <param name="Iv">The counter block that its keystream begins with.</param>
/// <param name="Ranges">Which bytes.</param>
public sealed record DecodeEncryption(FrameKeyKind Kind, EffectiveKey Key, AesCtrIv Iv, EncryptedRanges Ranges);
