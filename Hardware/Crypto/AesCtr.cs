namespace Sim.Hardware.Crypto;

/// <summary>
/// AES-128 in counter mode with a 64-bit counter (NIST SP 800-38A, section 6.5; ISO/IEC 23001-7 for the width of the
/// counter). Encryption and decryption are the same operation. There is no integrity: a wrong key gives wrong bytes.
/// </summary>
public static class AesCtr
{
    /// <summary>XORs the source with the keystream of (key, iv) from a given byte on. Does not allocate where the
    /// processor has AES instructions.</summary>
    /// <param name="key">The key.</param>
    /// <param name="iv">The counter block of the first 16 bytes of the keystream.</param>
    /// <param name="keystreamOffset">Where in the keystream to start, in bytes; need not be a multiple of 16.</param>
    /// <param name="source">The bytes to encrypt or decrypt, of any length.</param>
    /// <param name="destination">At least as long as the source. The same memory, or memory that does not overlap
    /// it.</param>
    /// <exception cref="ArgumentException">The destination is too short, or overlaps the source at another
    /// position.</exception>
    public static void Transform(
        AesKey key, AesCtrIv iv, ulong keystreamOffset, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(key);
        RequireRoom(source, destination);
        if (X86AesCtr.IsSupported)
            X86AesCtr.Transform(key, iv, keystreamOffset, source, destination);
        else
            PortableAesCtr.Transform(key, iv, keystreamOffset, source, destination);
    }

    /// <summary>Refuses a destination that is too short or that would be read after it was written.</summary>
    internal static void RequireRoom(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (destination.Length < source.Length)
            throw new ArgumentException("The destination is shorter than the source.", nameof(destination));
        if (source.Overlaps(destination, out var distance) && distance != 0)
            throw new ArgumentException(
                "The destination overlaps the source at another position.", nameof(destination));
    }
}
