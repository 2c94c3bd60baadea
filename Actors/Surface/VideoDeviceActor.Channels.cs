using Akka.Actor;
using Sim.Hardware.Channels;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

// Authenticated channels, and certificates.
internal sealed partial class VideoDeviceActor
{
    private static readonly ChannelState NoChannel = new(default, ContentHandle.None) { Destroyed = true };

    private bool RunOnChannel(VideoDevice.Call call, IActorRef caller)
    {
        switch (call)
        {
            case VideoDevice.CalcPrivateAuthenticatedChannelSize asked:
                caller.Tell(new VideoDevice.Answer<int>(
                    DdiStatus.Ok, _channelRules.CalcPrivateAuthenticatedChannelSize(asked.Type)));
                break;
            case VideoDevice.CreateAuthenticatedChannel asked:
                caller.Tell(Create(asked));
                break;
            case VideoDevice.DestroyAuthenticatedChannel asked:
                Destroy(asked);
                caller.Tell(VideoDevice.Returned.Instance);
                break;
            case VideoDevice.NegotiateAuthenticatedChannelKeyExchange asked:
                caller.Tell(Step(asked, asked.Channel, channel =>
                    _channelRules.NegotiateAuthenticatedChannelKeyExchange(
                        channel, _device, asked.Data.Span, _keyPair)));
                break;
            case VideoDevice.QueryAuthenticatedChannel asked:
                caller.Tell(Step(asked, asked.Channel, channel =>
                    _channelRules.QueryAuthenticatedChannel(channel, _device, asked.Input.Span, asked.Output.Span)));
                break;
            case VideoDevice.ConfigureAuthenticatedChannel asked:
                caller.Tell(Step(asked, asked.Channel, channel =>
                    _channelRules.ConfigureAuthenticatedChannel(
                        channel, _device, asked.Input.Span, asked.Output.Span)));
                break;
            default:
                return false;
        }

        return true;
    }

    private VideoDevice.Answer<VideoDevice.CreatedChannel> Create(VideoDevice.CreateAuthenticatedChannel asked)
    {
        var index = _nextChannel;
        var (status, channel) = _channelRules.CreateAuthenticatedChannel(
            asked.Type, AdapterIndex(index), Creation(_channels.Count, index));
        if (channel is null)
            return new(status, default);
        _nextChannel++;
        _channels.Add(index, channel);
        return new(DdiStatus.Ok, new(HandleOf(DriverObject.Channel, index), channel.Handle));
    }

    // An object can be given up whatever became of its device.
    private void Destroy(VideoDevice.DestroyAuthenticatedChannel asked)
    {
        if (Find(_channels, DriverObject.Channel, asked.Channel) is not { } channel)
        {
            Misused(ContentHandle.None, asked, IsForeign(asked.Channel) ? SurfaceRule.WrongDevice : SurfaceRule.Destroyed);
            return;
        }

        _device = _channelRules.DestroyAuthenticatedChannel(channel, _device).Device;
        _channels.Remove(asked.Channel.Index);
    }

    private VideoDevice.Answer Step(VideoDevice.Call call, DriverHandle handle, Func<ChannelState, ChannelStep> rule)
    {
        var verdict = CheckChannel(call, handle, out var channel);
        if (!verdict.Runs)
            return new(verdict.Status);
        var step = rule(channel);
        (_channels[handle.Index], _device) = (step.Channel, step.Device);
        return new(step.Status);
    }

    private CallVerdict CheckChannel(VideoDevice.Call call, DriverHandle handle, out ChannelState channel)
    {
        channel = Find(_channels, DriverObject.Channel, handle) ?? NoChannel;
        var verdict = _channelRules.Check(channel, IsRemoved, IsForeign(handle));
        Misused(channel.Handle, call, verdict.Broken);
        return verdict;
    }

    private VideoDevice.Answer<int> GetCertificateSize(VideoDevice.GetCertificateSize asked)
    {
        var verdict = CheckOwner(asked, asked.Owner, out var info);
        if (!verdict.Runs)
            return new(verdict.Status, 0);
        var (status, size) = CertificateQueries.GetCertificateSize(_profile, info);
        return new(status, size);
    }

    private DdiStatus GetCertificate(VideoDevice.GetCertificate asked)
    {
        var verdict = CheckOwner(asked, asked.Owner, out var info);
        return verdict.Runs
            ? CertificateQueries.GetCertificate(_profile, info, asked.Certificate.Span)
            : verdict.Status;
    }

    private CallVerdict CheckOwner(VideoDevice.Call call, DriverHandle owner, out CertificateInfo info)
    {
        if (owner.Kind == DriverObject.Channel)
        {
            var verdict = CheckChannel(call, owner, out var channel);
            info = CertificateInfo.Of(channel.Type);
            return verdict;
        }

        info = CertificateInfo.Of(StateOf(owner).Args.CryptoType);
        return Gate(call, owner);
    }
}
