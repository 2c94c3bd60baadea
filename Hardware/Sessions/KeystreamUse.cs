using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>The blocks of a key stream that a job uses.</summary>
/// <param name="ContentKey">True: of its content key. False: of the session key of its epoch.</param>
/// <param name="First">IV and block count of the first block.</param>
/// <param name="Blocks">How many blocks, the last perhaps in part; 0 when nothing is encrypted.</param>
public readonly record struct KeystreamUse(bool ContentKey, AesCtrIv First, ulong Blocks)
{
    /// <summary>What a job uses.</summary>
    public static KeystreamUse Of(DecryptionBlt blt) =>
        new(blt.ContentKey is not null, blt.Iv, BlocksOf(blt));

    internal static ulong BlocksOf(DecryptionBlt blt) => (ulong)(blt.Ranges.EncryptedBytes(blt.Source.Length) + 15) / 16;
}
