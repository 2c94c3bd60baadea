namespace Sim.Hardware.Ddi;

/// <summary>What a device can protect (D3D11_VIDEO_CONTENT_PROTECTION_CAPS).</summary>
/// <param name="Caps">Its flags, as the application sees them.</param>
/// <param name="KeyExchangeTypeCount">Number of key-exchange types, to be enumerated by index.</param>
/// <param name="BlockAlignmentSize">Data to encrypt must be a multiple of so many bytes.</param>
/// <param name="ProtectedMemorySize">Bytes of memory that can hold protected surfaces, in all.</param>
public readonly record struct VideoContentProtectionCaps(
    ContentProtectionCaps Caps, uint KeyExchangeTypeCount, uint BlockAlignmentSize, ulong ProtectedMemorySize)
{
    /// <summary>Size of the structure in bytes, the same with both pointer widths.</summary>
    public const int Size = 24;

    /// <summary>Writes the structure: flags, count and alignment at 0, 4 and 8, the memory's size at 16.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination has fewer than <see cref="Size"/>
    /// bytes.</exception>
    public void Write(Span<byte> destination)
    {
        var writer = new StructWriter(destination, Size, DdiAbi.X64);
        writer.UInt32((uint)Caps);
        writer.UInt32(KeyExchangeTypeCount);
        writer.UInt32(BlockAlignmentSize);
        writer.UInt64(ProtectedMemorySize);
    }

    /// <summary>Reads the structure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The source has fewer than <see cref="Size"/> bytes.</exception>
    public static VideoContentProtectionCaps Read(ReadOnlySpan<byte> source)
    {
        var reader = new StructReader(source, Size, DdiAbi.X64);
        return new((ContentProtectionCaps)reader.UInt32(), reader.UInt32(), reader.UInt32(), reader.UInt64());
    }
}
