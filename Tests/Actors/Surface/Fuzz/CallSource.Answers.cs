using Sim.Actors.Surface;
using Sim.Hardware.Channels;
using Sim.Hardware.Ddi;

namespace Sim.Tests.Actors.Surface.Fuzz;

// What is learnt from answers, and what follows from it.
internal sealed partial class CallSource
{
    /// <summary>Learns from an answer; the model has learnt from it.</summary>
    public void Learn(VideoDevice.Call call, object answer)
    {
        switch (call, answer)
        {
            case (VideoDevice.CreateCryptoSession asked, VideoDevice.Answer<DriverHandle> { Status: DdiStatus.Ok } made):
                var isMessages = asked.Args.KeyExchangeType == KeyExchangeTypes.HwProtection;
                Keep(
                    isMessages ? _messageSessions : _sessions,
                    most: 2,
                    made.Value,
                    old => new VideoDevice.DestroyCryptoSession(old));
                if (isMessages)
                {
                    Plan(() => new VideoDevice.NegotiateHwProtectionMt(made.Value, Packet(), 0));
                    Plan(() => new VideoDevice.NegotiateHwProtection(made.Value, Packet()));
                    break;
                }

                Plan(() => new VideoDevice.NegotiateCryptoSessionKeyExchange(made.Value, WrappedKey()));
                Plan(() => new VideoDevice.GetCryptoSessionHandle(made.Value));
                Plan(() => new VideoDevice.GetEncryptionBltKey(made.Value, Room(16)));
                break;
            case (VideoDevice.CreateVideoDecoder, VideoDevice.Answer<DriverHandle> { Status: DdiStatus.Ok } made):
                Keep(_decoders, most: 3, made.Value, old => new VideoDevice.DestroyVideoDecoder(old));
                Plan(() => new VideoDevice.GetDriverHandle(made.Value));
                break;
            // Few odd ones are kept: blits want surfaces that are alike.
            case (VideoDevice.CreateSurface asked, VideoDevice.Answer<DriverHandle> { Status: DdiStatus.Ok } made)
                when asked.Desc != SurfaceClient.Staging && asked.Desc != _protected && !Chance(8):
                Plan(() => new VideoDevice.DestroySurface(made.Value));
                break;
            case (VideoDevice.CreateSurface asked, VideoDevice.Answer<DriverHandle> { Status: DdiStatus.Ok } made):
                Keep(
                    asked.Desc.IsProtected ? _protecteds : _stagings,
                    most: 6,
                    made.Value,
                    old => new VideoDevice.DestroySurface(old));
                break;
            case (VideoDevice.CreateAuthenticatedChannel asked, VideoDevice.Answer<VideoDevice.CreatedChannel> made)
                when made.Status == DdiStatus.Ok:
                Open(asked.Type, made.Value);
                break;
            case (VideoDevice.ConfigureAuthenticatedChannel asked, VideoDevice.Answer { Status: DdiStatus.Ok }):
                Begin(_channels.Find(channel => channel.Handle == asked.Channel && !channel.IsReady));
                break;
            case (VideoDevice.Map asked, VideoDevice.Answer<Memory<byte>> { Status: DdiStatus.Ok }):
                if (Chance(8))
                    Plan(() => new VideoDevice.Unmap(asked.Surface));
                else
                    _first.Enqueue(new VideoDevice.Unmap(asked.Surface));
                break;
            case (VideoDevice.Map asked, _):
                _taken.Remove(asked.Surface);
                break;
            case (VideoDevice.Unmap asked, _):
                _taken.Remove(asked.Surface);
                break;
            case (VideoDevice.DecoderBeginFrame asked, VideoDevice.Answer { Status: DdiStatus.Ok }):
                GoOn(asked.Decoder, asked.Output);
                break;
            case (VideoDevice.DecoderBeginFrame asked, _) when !IsFrameOpen(asked.Decoder):
                _taken.Remove(asked.Decoder);
                break;
            case (VideoDevice.DecoderEndFrame asked, VideoDevice.Answer { Status: DdiStatus.Ok }):
                _taken.Remove(asked.Decoder);
                break;
            // Most likely its key is lost.
            case (VideoDevice.NegotiateCryptoSessionKeyExchange asked, VideoDevice.Answer { Status: not DdiStatus.Ok })
                when !_model.IsKeyed(asked.Session):
                Replace(asked.Session);
                break;
            case (VideoDevice.CheckCryptoSessionStatus asked, VideoDevice.Answer<CryptoSessionStatus> answered)
                when answered.Value != CryptoSessionStatus.Ok:
                Replace(asked.Session);
                break;
            case (_, VideoDevice.Answer<ContentHandle> { Value.IsNone: false } handle):
                Keep(_contentHandles, most: 6, handle.Value, giveUp: null);
                break;
        }
    }

    private void Replace(DriverHandle session)
    {
        if (!_sessions.Remove(session))
            return;
        Plan(() => new VideoDevice.DestroyCryptoSession(session));
        Plan(() => new VideoDevice.CreateCryptoSession(SurfaceClient.Rsa));
    }

    private void Open(AuthenticatedChannelType type, VideoDevice.CreatedChannel made)
    {
        var start = new InitializeCommand((uint)_random.Next(), (uint)_random.Next());
        var isRuntime = type == AuthenticatedChannelType.D3D11;
        var channel = new OpenedChannel(made.Channel, new(isRuntime ? null : ChannelKey, made.Handle, start));
        Keep(_channels, most: 3, channel, old => new VideoDevice.DestroyAuthenticatedChannel(old.Handle));
        if (isRuntime)
        {
            channel.IsReady = true;
            return;
        }

        Plan(() => new VideoDevice.NegotiateAuthenticatedChannelKeyExchange(made.Channel, SampleKeys.All[0].Wrapped));
        Plan(() => Configure(channel, message => channel.Client.WriteInitialize(message)));
    }

    // The first messages must have the numbers that the channel begins with.
    private void Begin(OpenedChannel? channel)
    {
        if (channel is null)
            return;
        channel.IsReady = true;
        var (command, query) = (new byte[96], new byte[96]);
        var size = channel.Client.WriteCommand(new ProtectionCommand(ProtectionFlags.None), command);
        _first.Enqueue(new VideoDevice.ConfigureAuthenticatedChannel(channel.Handle, command.AsMemory(0, size), new byte[96]));
        size = channel.Client.WriteQuery(new ProtectionQuery(), query);
        _first.Enqueue(new VideoDevice.QueryAuthenticatedChannel(channel.Handle, query.AsMemory(0, size), new byte[96]));
    }
}
