using Sim.Hardware.Ddi;

namespace Sim.Hardware.KeyExchange;

/// <summary>
/// The head of a packet to the hardware (D3D11_KEY_EXCHANGE_HW_PROTECTION_INPUT_DATA). Behind it come the driver's own
/// bytes and then the DRM component's packet.
/// </summary>
/// <param name="PrivateDataSize">Bytes of the driver's own.</param>
/// <param name="HwProtectionDataSize">Bytes of the packet.</param>
public readonly record struct HwProtectionInput(uint PrivateDataSize, uint HwProtectionDataSize)
{
    /// <summary>Where the bytes begin, the same with both pointer widths.</summary>
    public const int HeadSize = 8;

    /// <summary>Size of the structure in bytes as it is declared, with four of its bytes.</summary>
    public const int DeclaredSize = 12;

    /// <summary>Bytes of the whole, head included.</summary>
    public ulong TotalSize => HeadSize + (ulong)PrivateDataSize + HwProtectionDataSize;

    /// <summary>Writes the head.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than the head.</exception>
    public void Write(Span<byte> destination)
    {
        var writer = new StructWriter(destination, HeadSize, DdiAbi.X64);
        writer.UInt32(PrivateDataSize);
        writer.UInt32(HwProtectionDataSize);
    }

    /// <summary>Reads the head.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The source is shorter than the head.</exception>
    public static HwProtectionInput Read(ReadOnlySpan<byte> source)
    {
        var reader = new StructReader(source, HeadSize, DdiAbi.X64);
        return new(reader.UInt32(), reader.UInt32());
    }
}
