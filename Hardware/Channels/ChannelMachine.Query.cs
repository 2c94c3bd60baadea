using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

// Questions.
public sealed partial class ChannelMachine
{
    /// <summary>QueryAuthenticatedChannel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="device">The device behind it.</param>
    /// <param name="input">The question, as long as InputDataSize says.</param>
    /// <param name="output">Receives a <see cref="ChannelOutput"/> with its OMAC and the answer; zeros for the answer
    /// when the question fails. Stays as it is without room for the whole structure or before there is a key; what is
    /// behind the structure stays in any case.</param>
    /// <returns>E_FAIL for a question that does not exist or that this kind of channel does not take; E_INVALIDARG for
    /// one that is out of order, too short, names what there is not, or has too little room for its answer.</returns>
    public ChannelStep QueryAuthenticatedChannel(
        ChannelState channel, ProtectedDevice device, ReadOnlySpan<byte> input, Span<byte> output)
    {
        if (channel.Destroyed || input.Length < QueryInput.Size.Of(abi))
            return new(channel, device, DdiStatus.InvalidArg);
        var head = QueryInput.Read(input, abi);
        var kind = QueryKind.Of(head.QueryType);
        var size = kind is { } known ? known.Output.Of(abi) : ChannelOutput.Size.Of(abi);
        var step = Query(channel, device, head, kind, input, output.Length, out var answer);
        Fill(
            channel,
            new ChannelOutput(head.QueryType, head.Channel, head.SequenceNumber, step.Status),
            size,
            answer,
            output);
        return step;
    }

    private ChannelStep Query(
        ChannelState channel,
        ProtectedDevice device,
        in QueryInput head,
        QueryKind? kind,
        ReadOnlySpan<byte> input,
        int outputSize,
        out ChannelAnswer? answer)
    {
        answer = null;
        if (channel.IsRuntime)
            return new(channel, device, Answer(channel, device, kind, input, outputSize, out answer));
        if (head.Channel != channel.Handle
            || channel.Queries is not { } numbers
            || !numbers.Takes(head.SequenceNumber, choices))
            return new(channel, device, DdiStatus.InvalidArg);
        var status = Answer(channel, device, kind, input, outputSize, out answer);
        return status == DdiStatus.Ok || choices.FailedMessage == FailedMessage.Advances
            ? new(channel with { Queries = numbers.Taken(head.SequenceNumber) }, device, status)
            : new(channel, device, status);
    }

    private DdiStatus Answer(
        ChannelState channel,
        ProtectedDevice device,
        QueryKind? kind,
        ReadOnlySpan<byte> input,
        int outputSize,
        out ChannelAnswer? answer)
    {
        answer = null;
        if (kind is not { } known || (known.Channels & channel.Kind) == 0)
            return DdiStatus.Fail;
        if (!SizeFits(input.Length, known.Input.Of(abi)) || !SizeFits(outputSize, known.Output.Of(abi)))
            return DdiStatus.InvalidArg;
        answer = QueryAnswers.Answer(device, channel, ChannelQuery.Read(input, abi)!);
        return answer is null ? DdiStatus.InvalidArg : DdiStatus.Ok;
    }
}
