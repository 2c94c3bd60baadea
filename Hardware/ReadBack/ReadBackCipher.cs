using Sim.Hardware.Crypto;

namespace Sim.Hardware.ReadBack;

/// <summary>The part of EncryptionBlt that touches bytes: the whole surface, in AES-CTR.</summary>
public static class ReadBackCipher
{
    /// <summary>Encrypts a surface (or, being a counter mode, decrypts what was read back).</summary>
    /// <param name="key">The read-back key; or the session key, on a device without one.</param>
    /// <param name="iv">The IV of the blit.</param>
    /// <param name="source">The bytes of the source.</param>
    /// <param name="destination">At least as long; the same memory, or memory apart from it.</param>
    /// <exception cref="ArgumentException">The destination is too short or overlaps the source.</exception>
    public static void Transform(AesKey key, AesCtrIv iv, ReadOnlySpan<byte> source, Span<byte> destination) =>
        AesCtr.Transform(key, iv, keystreamOffset: 0, source, destination);
}
