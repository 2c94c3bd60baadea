using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Channels;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Keystream;
using Sim.Hardware.Loss;
using Sim.Hardware.Profiles;
using Sim.Hardware.ReadBack;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

// Holds the objects of one video device and asks the rules about each call. Calls are taken in order, one at a time: the
// first that must wait holds the others up, so that the order of calls is the order of everything that follows from them.
internal sealed partial class VideoDeviceActor : UntypedActor
{
    private readonly IActorRef _adapter;
    private readonly VideoDeviceSettings _settings;
    private readonly ITrace _trace;
    private readonly DeviceProfile _profile;
    private readonly DdiChoices _choices;
    private readonly ChannelMachine _channelRules;
    private readonly DecoderMachine _decoderRules;
    private readonly ReadBackMachine _readBackRules;
    private readonly bool _sessionsJudgeIvs;
    private readonly DeviceKeyPair _keyPair = DeviceKeyPair.CreateSimulated();

    private readonly OrderedDictionary<int, OpenSession> _sessions = [];
    private readonly OrderedDictionary<int, ChannelState> _channels = [];
    private readonly OrderedDictionary<int, OpenDecoder> _decoders = [];
    private readonly OrderedDictionary<int, OpenSurface> _surfaces = [];
    private readonly Dictionary<long, SurfaceJob> _jobs = [];

    private readonly Queue<(VideoDevice.Call Call, IActorRef Caller)> _calls = [];

    // Beside what the platform tells, the one release and a reset for each job that is under way have their place.
    private readonly Queue<VideoDevice.PlatformEvent> _happenings = [];
    private readonly List<(IActorRef Waiter, int Known)> _teardownWaiters = [];

    // The call that is being carried out: nobody has answered it if the actor fails.
    private (VideoDevice.Call Call, IActorRef Caller)? _running;

    // A call that waits for the answer of a session or the adapter. Nothing else happens before it: it is only a message away.
    private AwaitedAnswer? _awaited;

    // A packet is with the DRM, for so long that the platform does not wait for it.
    private Exchange? _exchange;

    private ProtectedDevice _device;
    private ProtectedMemory _memory;
    private SurfaceGeneration _generation = SurfaceGeneration.First;
    private AdapterTeardown _teardown;
    private DdiStatus _removedReason = DdiStatus.Ok;
    private IActorRef? _releaser;
    private bool _isReleased;
    private long _surfaceBytes;
    private long _nextJob;
    private int _nextSession;
    private int _nextChannel;
    private int _nextDecoder;
    private int _nextSurface;
    private long _nextDraw;

    public VideoDeviceActor(IActorRef adapter, VideoDeviceSettings settings, ITrace trace)
    {
        (_adapter, _settings, _trace) = (adapter, settings, trace);
        (_profile, _choices) = (settings.Profile, settings.Choices);
        _channelRules = new(_profile, _choices);
        _decoderRules = new(_profile, _choices);
        _readBackRules = new(_profile, _choices);
        // A session knows one rule for the IVs of its own key. Where the device's is another, jobs bring that key as a content
        // key: then the session only reports.
        _sessionsJudgeIvs = _choices is { IvReuse: IvReuse.Refuse, CountOverflow: CountOverflow.WrapAsViolation }
            && IvSequence.ModeOf(_profile) == IvMode.Increasing;
        _device = new(ContentHandle.Mint(ContentHandleKind.Device, settings.Number));
        _memory = new(_profile.ProtectedMemorySize, Used: 0);
        _nextJob = (long)settings.Number << 40;
    }

    private bool IsRemoved => _removedReason != DdiStatus.Ok;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case VideoDevice.Call call:
                Take(call);
                break;
            case SurfaceJob completed:
                End(completed, SurfaceJobEnd.Completed);
                break;
            case CryptoSession.JobAborted aborted:
                Abort(aborted);
                break;
            case CryptoSession.JobRefused refused:
                if (_jobs.TryGetValue(refused.Job, out var job))
                    End(job, SurfaceJobEnd.Refused);
                break;
            case VideoDevice.PlatformEvent when _happenings.Count >= VideoDevice.MaxWaitingEvents:
                Unhandled(message);
                return;
            case VideoDevice.PlatformEvent happened:
                _happenings.Enqueue(happened);
                break;
            case Device.SessionCreated or Device.SessionRefused or CryptoSession.KeyExchanged
                or CryptoSession.SessionKeyRefreshStarted or CryptoSession.SessionKeyRefreshRefused:
                Resume(message);
                break;
            case Exchange done:
                Complete(done);
                break;
            case CryptoSession.SessionEnded:
                break;
            case SessionStopped stopped:
                Forget(stopped);
                break;
            case VideoDevice.WaitForTeardown wait:
                Wait(wait.Known);
                break;
            case VideoDevice.Release when _releaser is null:
                _releaser = Sender;
                _happenings.Enqueue(Released.Instance);
                break;
            default:
                Unhandled(message);
                return;
        }

        Advance();
    }

    protected override void PostStop()
    {
        foreach (var (_, session) in _sessions)
            session.Wipe();
        foreach (var (_, channel) in _channels)
            channel.Key?.Zero();
        foreach (var (_, decoder) in _decoders)
            decoder.EndFrame();
        _keyPair.Dispose();
        base.PostStop();
    }

    // The driver failed. Its objects go with it, and the device is removed: what is called from here on says so.
    protected override void PreRestart(Exception reason, object message)
    {
        var status = SessionCallGate.StatusAfterRemoval(_choices);
        foreach (var (_, session) in _sessions)
            session.Actor.Tell(CloseSession.Instance);
        if (_awaited is { } awaited)
            awaited.Caller.Tell(awaited.Call.Answered(status));
        if (_running is { } running && _awaited is null)
            running.Caller.Tell(running.Call.Answered(status));
        if (_exchange is { } exchange)
            exchange.Caller.Tell(exchange.Call.Answered(status));
        foreach (var (call, caller) in _calls)
            caller.Tell(call.Answered(status));
        TellTornDown();
        if (_releaser is { } releaser)
            Self.Tell(VideoDevice.Release.Instance, releaser);
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        base.PostRestart(reason);
        _removedReason = DdiStatus.DxgiDriverInternalError;
    }

    private void Take(VideoDevice.Call call)
    {
        if (_calls.Count < _settings.WaitingCalls)
        {
            _calls.Enqueue((call, Sender));
            return;
        }

        Misused(ContentHandle.None, call, SurfaceRule.Limit);
        Sender.Tell(call.Answered(call.WhenFull));
    }

    private void Advance()
    {
        while (_awaited is null)
        {
            if (_happenings.TryDequeue(out var happened))
            {
                Happen(happened);
                continue;
            }

            if (_exchange is not null || !_calls.TryPeek(out var next) || !CanRun(next.Call))
                return;
            _running = _calls.Dequeue();
            Run(next.Call, next.Caller);
            _running = null;
        }
    }

    private void Resume(object answer)
    {
        if (_awaited is not { } awaited)
            return;
        (_awaited, _running) = (null, (awaited.Call, awaited.Caller));
        awaited.Resume(answer);
        _running = null;
    }

    private void Run(VideoDevice.Call call, IActorRef caller)
    {
        switch (call)
        {
            case VideoDevice.DecryptionBlt blt:
                DecryptionBlt(blt, caller);
                break;
            case VideoDevice.EncryptionBlt blt:
                EncryptionBlt(blt, caller);
                break;
            case VideoDevice.GetDeviceRemovedReason:
                caller.Tell(new VideoDevice.Answer(_removedReason));
                break;
            case VideoDevice.RegisterTeardownEvent:
                caller.Tell(RegisterTeardownEvent());
                break;
            default:
                if (!RunOnSession(call, caller) && !RunOnChannel(call, caller) && !RunOnDecoder(call, caller))
                    RunOnSurface(call, caller);
                break;
        }
    }

    private void Misused(ContentHandle subject, VideoDevice.Call call, SurfaceRule? broken)
    {
        if (broken is { } rule && _trace.IsEnabled)
            _trace.Record(new SurfaceCallMisused(subject, call.Function?.ToString() ?? call.GetType().Name, rule));
    }

    private CreationFacts Creation(int open, int next) => new(
        IsRemoved, HasRoom: open < _settings.Objects && next < VideoDeviceSettings.ObjectsMax);

    // Numbers of content-protection handles are the adapter's: no two devices of it mint the same.
    private int AdapterIndex(int index) => (_settings.Number * (VideoDeviceSettings.ObjectsMax + 1)) + index;

    private DriverHandle HandleOf(DriverObject kind, int index) => new(_settings.Number, kind, index);

    private bool IsForeign(DriverHandle handle) => handle.Device != _settings.Number;

    private T? Find<T>(OrderedDictionary<int, T> objects, DriverObject kind, DriverHandle handle)
        where T : class =>
        !IsForeign(handle) && handle.Kind == kind && objects.TryGetValue(handle.Index, out var one) ? one : null;

    // The session is that which is to answer; null: the adapter is.
    private readonly record struct AwaitedAnswer(
        VideoDevice.Call Call, IActorRef Caller, OpenSession? Session, Action<object> Resume);

    private sealed record SessionStopped(int Index) : INoSerializationVerificationNeeded;
}
