using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>
/// The head of an answer, without its OMAC: the same for commands and questions
/// (D3D11_AUTHENTICATED_CONFIGURE_OUTPUT, D3D11_AUTHENTICATED_QUERY_OUTPUT).
/// </summary>
/// <param name="Type">The type that was sent.</param>
/// <param name="Channel">The channel's handle that was sent.</param>
/// <param name="SequenceNumber">The number that was sent.</param>
/// <param name="ReturnCode">What the call answers, authenticated.</param>
public readonly record struct ChannelOutput(
    Guid Type, ContentHandle Channel, uint SequenceNumber, DdiStatus ReturnCode)
{
    /// <summary>Size of the structure.</summary>
    public static StructSize Size => new(48, 44);

    /// <summary>Writes the structure with an OMAC of zeros: type, channel, number and code at 16, 32, 40 and 44
    /// (x64).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than the structure.</exception>
    public void Write(Span<byte> destination, DdiAbi abi = DdiAbi.X64)
    {
        var writer = new StructWriter(destination, Size.Of(abi), abi);
        writer.Skip(Omac.Size);
        writer.Guid(Type);
        writer.Handle(Channel);
        writer.UInt32(SequenceNumber);
        writer.UInt32((uint)ReturnCode);
    }

    /// <summary>Reads the structure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The source is shorter than the structure.</exception>
    public static ChannelOutput Read(ReadOnlySpan<byte> source, DdiAbi abi = DdiAbi.X64)
    {
        var reader = new StructReader(source, Size.Of(abi), abi, Omac.Size);
        return new(reader.Guid(), reader.Handle(), reader.UInt32(), (DdiStatus)reader.UInt32());
    }
}
