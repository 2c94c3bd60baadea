using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>The head of a command (D3D11_AUTHENTICATED_CONFIGURE_INPUT), without its OMAC.</summary>
/// <param name="ConfigureType">Which command: <see cref="ConfigureTypes"/>.</param>
/// <param name="Channel">The channel's handle.</param>
/// <param name="SequenceNumber">Number of the command.</param>
public readonly record struct ConfigureInput(Guid ConfigureType, ContentHandle Channel, uint SequenceNumber)
{
    /// <summary>Size of the structure.</summary>
    public static StructSize Size => new(48, 40);

    /// <summary>Writes the structure with an OMAC of zeros: type, channel and number at 16, 32 and 40 (x64).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than the structure.</exception>
    public void Write(Span<byte> destination, DdiAbi abi = DdiAbi.X64)
    {
        var writer = new StructWriter(destination, Size.Of(abi), abi);
        writer.Skip(Omac.Size);
        writer.Guid(ConfigureType);
        writer.Handle(Channel);
        writer.UInt32(SequenceNumber);
    }

    /// <summary>Reads the structure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The source is shorter than the structure.</exception>
    public static ConfigureInput Read(ReadOnlySpan<byte> source, DdiAbi abi = DdiAbi.X64)
    {
        var reader = new StructReader(source, Size.Of(abi), abi, Omac.Size);
        return new(reader.Guid(), reader.Handle(), reader.UInt32());
    }
}
