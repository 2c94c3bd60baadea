using Sim.Hardware.Ddi;

namespace Sim.Hardware.KeyExchange;

/// <summary>
/// The head of a packet from the hardware (D3D11_KEY_EXCHANGE_HW_PROTECTION_OUTPUT_DATA). Behind it come the driver's
/// own bytes and then the packet to the DRM component.
/// </summary>
/// <param name="PrivateDataSize">Bytes of the driver's own.</param>
/// <param name="MaxHwProtectionDataSize">Room for the packet in bytes.</param>
/// <param name="HwProtectionDataSize">Bytes of the packet.</param>
/// <param name="TransportTime">How long the packets travelled. In memory whole units of 100 ns.</param>
/// <param name="ExecutionTime">How long the hardware's side of the DRM worked. In memory whole units of 100 ns.</param>
public readonly record struct HwProtectionOutput(
    uint PrivateDataSize,
    uint MaxHwProtectionDataSize,
    uint HwProtectionDataSize,
    TimeSpan TransportTime,
    TimeSpan ExecutionTime)
{
    /// <summary>Where the bytes begin, the same with both pointer widths.</summary>
    public const int HeadSize = 32;

    /// <summary>Size of the structure in bytes as it is declared, with four of its bytes.</summary>
    public const int DeclaredSize = 40;

    /// <summary>Bytes that the driver may write at most, head included.</summary>
    public ulong MaxTotalSize => HeadSize + (ulong)PrivateDataSize + MaxHwProtectionDataSize;

    /// <summary>Writes the head: sizes at 0, 4 and 8, times at 16 and 24.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than the head.</exception>
    public void Write(Span<byte> destination)
    {
        var writer = new StructWriter(destination, HeadSize, DdiAbi.X64);
        writer.UInt32(PrivateDataSize);
        writer.UInt32(MaxHwProtectionDataSize);
        writer.UInt32(HwProtectionDataSize);
        writer.UInt64((ulong)TransportTime.Ticks);
        writer.UInt64((ulong)ExecutionTime.Ticks);
    }

    /// <summary>Reads the head. A time beyond what a <see cref="TimeSpan"/> holds reads as the longest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The source is shorter than the head.</exception>
    public static HwProtectionOutput Read(ReadOnlySpan<byte> source)
    {
        var reader = new StructReader(source, HeadSize, DdiAbi.X64);
        return new(reader.UInt32(), reader.UInt32(), reader.UInt32(), Time(reader.UInt64()), Time(reader.UInt64()));
    }

    // A tick of .NET is 100 ns, the unit of the structure.
    private static TimeSpan Time(ulong ticks) => new((long)Math.Min(ticks, long.MaxValue));
}
