using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>The head of a question (D3D11_AUTHENTICATED_QUERY_INPUT); questions carry no OMAC.</summary>
/// <param name="QueryType">Which question: <see cref="QueryTypes"/>.</param>
/// <param name="Channel">The channel's handle.</param>
/// <param name="SequenceNumber">Number of the question.</param>
public readonly record struct QueryInput(Guid QueryType, ContentHandle Channel, uint SequenceNumber)
{
    /// <summary>Size of the structure.</summary>
    public static StructSize Size => new(32, 24);

    /// <summary>Writes the structure: type, channel and number at 0, 16 and 24 (x64).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than the structure.</exception>
    public void Write(Span<byte> destination, DdiAbi abi = DdiAbi.X64)
    {
        var writer = new StructWriter(destination, Size.Of(abi), abi);
        writer.Guid(QueryType);
        writer.Handle(Channel);
        writer.UInt32(SequenceNumber);
    }

    /// <summary>Reads the structure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The source is shorter than the structure.</exception>
    public static QueryInput Read(ReadOnlySpan<byte> source, DdiAbi abi = DdiAbi.X64)
    {
        var reader = new StructReader(source, Size.Of(abi), abi);
        return new(reader.Guid(), reader.Handle(), reader.UInt32());
    }
}
