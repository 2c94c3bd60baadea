using System.Buffers.Binary;

namespace Sim.Hardware.Crypto;

/// <summary>
/// The counter block of AES-128-CTR as Direct3D lays it out (<c>D3D11_AES_CTR_IV</c>): a 64-bit initialization vector
/// in the upper half and a 64-bit block count in the lower half, both big-endian in memory.
/// </summary>
/// <param name="Iv">The initialization vector, as a number.</param>
/// <param name="Count">The number of the first 16-byte block; grows by one per block and wraps without carry.</param>
public readonly record struct AesCtrIv(ulong Iv, ulong Count)
{
    /// <summary>The size of the structure in bytes.</summary>
    public const int Size = 16;

    /// <summary>The size in bytes of a CENC IV that leaves the block count out (ISO/IEC 23001-7).</summary>
    public const int ShortSize = 8;

    /// <summary>Reads the 16-byte structure, or an 8-byte CENC IV, whose count is then zero.</summary>
    /// <exception cref="ArgumentException">The source has neither 16 nor 8 bytes.</exception>
    public static AesCtrIv Read(ReadOnlySpan<byte> source) => source.Length switch
    {
        Size => new(
            BinaryPrimitives.ReadUInt64BigEndian(source),
            BinaryPrimitives.ReadUInt64BigEndian(source[ShortSize..])),
        ShortSize => new(BinaryPrimitives.ReadUInt64BigEndian(source), 0),
        _ => throw new ArgumentException($"An AES-CTR IV has 16 or 8 bytes, not {source.Length}.", nameof(source)),
    };

    /// <summary>Writes the 16 bytes of the structure.</summary>
    /// <exception cref="ArgumentException">The destination has not exactly 16 bytes.</exception>
    public void Write(Span<byte> destination)
    {
        BlockSize.Require(destination.Length, nameof(destination));
        BinaryPrimitives.WriteUInt64BigEndian(destination, Iv);
        BinaryPrimitives.WriteUInt64BigEndian(destination[ShortSize..], Count);
    }

    /// <summary>This IV with its count moved on by <paramref name="blocks"/> modulo 2^64; the IV half never
    /// changes.</summary>
    public AesCtrIv AddBlocks(ulong blocks) => new(Iv, unchecked(Count + blocks));
}
