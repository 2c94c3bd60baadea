using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>
/// The application's end of an authenticated channel: numbers its messages, authenticates its commands, and checks the
/// answers. It sends one message of each kind at a time.
/// </summary>
/// <param name="key">The channel's key, owned by the caller; null on the runtime's own channel.</param>
/// <param name="channel">The channel's handle.</param>
/// <param name="start">The first command, which sets the numbers to begin with; random ones are best.</param>
/// <param name="abi">How structures lie in memory.</param>
public sealed class ChannelClient(
    AesKey? key, ContentHandle channel, InitializeCommand start, DdiAbi abi = DdiAbi.X64)
{
    private ConfigureInput _command;
    private QueryInput _query;
    private uint _nextCommand = start.StartSequenceConfigure;
    private uint _nextQuery = start.StartSequenceQuery;

    /// <summary>Writes the first command; its number does not count.</summary>
    /// <returns>The size of the message.</returns>
    public int WriteInitialize(Span<byte> message) => WriteCommand(start, number: 0, message);

    /// <summary>Writes a command with the next number and its OMAC.</summary>
    /// <param name="command">The command.</param>
    /// <param name="message">At least as long as the command's structure.</param>
    /// <returns>The size of the message.</returns>
    public int WriteCommand(ConfigureCommand command, Span<byte> message) =>
        WriteCommand(command, unchecked(_nextCommand++), message);

    /// <summary>Writes a question with the next number.</summary>
    /// <param name="query">The question.</param>
    /// <param name="message">At least as long as the question's structure.</param>
    /// <returns>The size of the message.</returns>
    public int WriteQuery(ChannelQuery query, Span<byte> message)
    {
        ArgumentNullException.ThrowIfNull(query);
        _query = new(query.Type, channel, unchecked(_nextQuery++));
        query.Write(message, channel, _query.SequenceNumber, abi);
        return query.Size.Of(abi);
    }

    /// <summary>Checks the answer to the last command.</summary>
    public ChannelReply ReadCommandOutput(ReadOnlySpan<byte> output)
    {
        var size = ChannelOutput.Size.Of(abi);
        return Read(output, size, _command.ConfigureType, _command.SequenceNumber, isQuery: false);
    }

    /// <summary>Checks the answer to the last question.</summary>
    public ChannelReply ReadAnswer(ReadOnlySpan<byte> output)
    {
        var size = QueryKind.Of(_query.QueryType)?.Output.Of(abi) ?? ChannelOutput.Size.Of(abi);
        return Read(output, size, _query.QueryType, _query.SequenceNumber, isQuery: true);
    }

    private int WriteCommand(ConfigureCommand command, uint number, Span<byte> message)
    {
        ArgumentNullException.ThrowIfNull(command);
        _command = new(command.Type, channel, number);
        command.Write(message, channel, number, abi);
        var size = command.Size.Of(abi);
        if (key is not null)
            Omac.Of(key, message[..size]).Write(message);
        return size;
    }

    private ChannelReply Read(ReadOnlySpan<byte> output, int size, Guid type, uint number, bool isQuery)
    {
        if (output.Length < size)
            return new(Authentic: false, DdiStatus.InvalidArg, null);
        var head = ChannelOutput.Read(output, abi);
        var authentic = head.Type == type
            && head.Channel == channel
            && head.SequenceNumber == number
            && (key is null || Omac.Of(key, output[..size]) == Omac.Read(output));
        var answers = authentic && isQuery && head.ReturnCode == DdiStatus.Ok;
        return new(authentic, head.ReturnCode, answers ? ChannelAnswer.Read(output[..size], abi) : null);
    }
}
