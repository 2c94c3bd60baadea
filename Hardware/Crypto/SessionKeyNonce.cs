using System.Buffers.Binary;
using System.Globalization;

namespace Sim.Hardware.Crypto;

/// <summary>
/// The 16-byte random number that StartSessionKeyRefresh hands out and that FinishSessionKeyRefresh XORs into the
/// session key. It travels in the clear and is not a secret.
/// </summary>
public readonly record struct SessionKeyNonce
{
    /// <summary>The size of the number in bytes.</summary>
    public const int Size = BlockSize.Bytes;

    private readonly UInt128 _bytes;

    private SessionKeyNonce(UInt128 bytes) => _bytes = bytes;

    /// <summary>Reads the 16 bytes.</summary>
    /// <exception cref="ArgumentException">The source has not exactly 16 bytes.</exception>
    public static SessionKeyNonce Read(ReadOnlySpan<byte> source)
    {
        BlockSize.Require(source.Length, nameof(source));
        return new(BinaryPrimitives.ReadUInt128BigEndian(source));
    }

    /// <summary>Writes the 16 bytes.</summary>
    /// <exception cref="ArgumentException">The destination has not exactly 16 bytes.</exception>
    public void Write(Span<byte> destination)
    {
        BlockSize.Require(destination.Length, nameof(destination));
        BinaryPrimitives.WriteUInt128BigEndian(destination, _bytes);
    }

    /// <summary>XORs the number into the 16 bytes of a key.</summary>
    /// <exception cref="ArgumentException">The key has not exactly 16 bytes.</exception>
    public void XorInto(Span<byte> key16)
    {
        BlockSize.Require(key16.Length, nameof(key16));
        BinaryPrimitives.WriteUInt128BigEndian(key16, BinaryPrimitives.ReadUInt128BigEndian(key16) ^ _bytes);
    }

    /// <summary>The bytes in order as 32 lower-case hexadecimal digits.</summary>
    public override string ToString() => _bytes.ToString("x32", CultureInfo.InvariantCulture);
}
