using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

// Commands.
public sealed partial class ChannelMachine
{
    /// <summary>ConfigureAuthenticatedChannel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="device">The device behind it.</param>
    /// <param name="input">The command, as long as InputDataSize says; all of it is authenticated.</param>
    /// <param name="output">Receives a <see cref="ChannelOutput"/> with its OMAC, also when the command fails, if it
    /// has the room and the channel a key; else it stays as it is.</param>
    /// <returns>E_FAIL for a command that does not exist or that this kind of channel does not take; E_INVALIDARG for
    /// one that is not authentic, out of order, too short, or senseless.</returns>
    public ChannelStep ConfigureAuthenticatedChannel(
        ChannelState channel, ProtectedDevice device, ReadOnlySpan<byte> input, Span<byte> output)
    {
        if (channel.Destroyed
            || output.Length < ChannelOutput.Size.Of(abi)
            || input.Length < ConfigureInput.Size.Of(abi))
            return new(channel, device, DdiStatus.InvalidArg);
        var head = ConfigureInput.Read(input, abi);
        var step = channel.IsRuntime ? Execute(channel, device, head, input) : Configure(channel, device, head, input);
        // The OMAC of the answer is of the key that the message came under.
        Fill(
            channel,
            new ChannelOutput(head.ConfigureType, head.Channel, head.SequenceNumber, step.Status),
            ChannelOutput.Size.Of(abi),
            answer: null,
            output);
        return step;
    }

    private ChannelStep Configure(
        ChannelState channel, ProtectedDevice device, in ConfigureInput head, ReadOnlySpan<byte> input)
    {
        if (channel.Key is not { } key || Omac.Of(key, input) != Omac.Read(input) || head.Channel != channel.Handle)
            return new(channel, device, DdiStatus.InvalidArg);
        if (head.ConfigureType == ConfigureTypes.Initialize)
            return new(Initialized(channel, input, out var status), device, status);
        if (channel.Commands is not { } numbers || !numbers.Takes(head.SequenceNumber, choices))
            return new(channel, device, DdiStatus.InvalidArg);
        var step = Execute(channel, device, head, input);
        return step.Status == DdiStatus.Ok || choices.FailedMessage == FailedMessage.Advances
            ? step with { Channel = channel with { Commands = numbers.Taken(head.SequenceNumber) } }
            : step;
    }

    private ChannelState Initialized(ChannelState channel, ReadOnlySpan<byte> input, out DdiStatus status)
    {
        status = DdiStatus.InvalidArg;
        if (channel.Commands is not null
            || !SizeFits(input.Length, ConfigureCommand.SizeOf(ConfigureTypes.Initialize)!.Value.Of(abi))
            || ConfigureCommand.Read(input, abi) is not InitializeCommand start)
            return channel;
        status = DdiStatus.Ok;
        return channel with
        {
            Commands = new(start.StartSequenceConfigure),
            Queries = new(start.StartSequenceQuery),
        };
    }

    private ChannelStep Execute(
        ChannelState channel, ProtectedDevice device, in ConfigureInput head, ReadOnlySpan<byte> input)
    {
        if (ConfigureCommand.SizeOf(head.ConfigureType) is not { } size
            || (TakersOf(head.ConfigureType) & channel.Kind) == 0)
            return new(channel, device, DdiStatus.Fail);
        if (!SizeFits(input.Length, size.Of(abi)))
            return new(channel, device, DdiStatus.InvalidArg);
        var (status, changed) = CommandEffects.Apply(
            device, channel.Handle, ConfigureCommand.Read(input, abi)!);
        return new(channel, changed, status);
    }

    private ChannelKinds TakersOf(Guid type)
    {
        var takers = ConfigureCommand.KindsOf(type);
        return type == ConfigureTypes.CryptoSession && choices.HardwareBinding == HardwareBinding.Accept
            ? takers | ChannelKinds.Hardware
            : takers;
    }
}
