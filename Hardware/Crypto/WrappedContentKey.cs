using System.Buffers.Binary;

namespace Sim.Hardware.Crypto;

/// <summary>A content key as it travels: 16 bytes, AES-128-ECB under a session key. Which session key, it does not
/// say.</summary>
public readonly record struct WrappedContentKey
{
    /// <summary>The size of a wrapped key in bytes.</summary>
    public const int Size = BlockSize.Bytes;

    // As they lie in memory on a little-endian machine, which is what the AES instructions take.
    private readonly UInt128 _bytes;

    private WrappedContentKey(UInt128 bytes) => _bytes = bytes;

    /// <summary>Reads the 16 wrapped bytes.</summary>
    /// <exception cref="ArgumentException">The source has not exactly 16 bytes.</exception>
    public static WrappedContentKey Read(ReadOnlySpan<byte> source)
    {
        BlockSize.Require(source.Length, nameof(source));
        return new(BinaryPrimitives.ReadUInt128LittleEndian(source));
    }

    /// <summary>Writes the 16 wrapped bytes.</summary>
    /// <exception cref="ArgumentException">The destination has not exactly 16 bytes.</exception>
    public void Write(Span<byte> destination)
    {
        BlockSize.Require(destination.Length, nameof(destination));
        BinaryPrimitives.WriteUInt128LittleEndian(destination, _bytes);
    }

    internal UInt128 LittleEndian => _bytes;

    /// <summary>Names the type; even wrapped, a key is not shown.</summary>
    public override string ToString() => "WrappedContentKey (redacted)";
}
