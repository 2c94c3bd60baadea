using Akka.Actor;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Engines.EngineEffect.Kinds;

namespace Sim.Actors.Engines;

// A job that takes time ends by a message from the scheduler; what comes meanwhile waits in the state. Bytes are written at
// the end: a job that is aborted has written nothing, and a key that is wiped or overwritten while its job runs shows.
internal sealed class EngineActor : UntypedActor
{
    private readonly int _index;
    private readonly TimeSpan _watchdog;
    private readonly EngineState _state;
    private readonly ITrace _trace;
    private readonly IScheduler _scheduler;
    private DecryptionUnit _unit;
    private LatchedJob? _running;
    private SessionKey? _key;
    private IActorRef _session = ActorRefs.Nobody;

    private TimeSpan _begunAt;

    // What runs, or what is begun next, does not go on.
    private bool _hangs;

    // What runs would not go on after a reset of this engine alone.
    private bool _isWedged;

    // Not null while what runs was begun a second time.
    private EndOfSecondAttempt? _again;

    // Only a watchdog is taken back, when the engine is reset or stops: it may be far off. The end of a job is near, and one
    // that comes too late is told from the right one.
    private ICancelable? _watching;

    // What it tells; what one that was taken back told before is not heard.
    private WatchdogExpired? _expiry;

    public EngineActor(EngineState state) =>
        (_index, _watchdog, _state, _trace, _scheduler) =
            (state.Index, state.Watchdog, state, state.Trace, state.Scheduler ?? Context.System.Scheduler);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case LatchedJob job:
                if (IsIdle)
                    Begin(job, Sender);
                else
                    Wait(job);
                break;
            case JobEnded due:
                GoOn(due.Job);
                break;
            case KeyMarker marker:
                if (IsIdle)
                    Meet(marker, Sender);
                else
                    Wait(marker);
                break;
            case WatchdogExpired expired:
                GiveUp(expired);
                break;
            case TakeNext:
                BeginNext();
                break;
            case EndOfSecondAttempt due:
                GoOn(due);
                break;
            case Engine.Fail:
                throw new EngineException(AbortReason.EngineFault, $"engine {_index} was told to fail");
            case Engine.Hang:
                Hang();
                break;
            case Engine.LoseKeys lost:
                LoseKeys(lost.FirstSession);
                break;
            case Engine.AdapterReset:
                BeginAgain();
                break;
            case EngineFence.TellAt asked:
                if (_state.Ended.TellAt(asked.Value))
                    TellProgress();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void PreRestart(Exception reason, object message)
    {
        var why = (reason as EngineException)?.Reason ?? AbortReason.EngineFault;
        if (_trace.IsEnabled)
            _trace.Record(new EngineReset(_index, _running?.Job, why));
        // The job that was running must still end; what is behind it waits for the next incarnation.
        if (_running is { } stopped)
        {
            _state.Machine.Step(EngineEvent.Reset(why));
            _session.Tell(new JobEnded(stopped, why));
            CountEnding();
        }

        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        base.PostRestart(reason);
        if (_state.AnyWait)
            Self.Tell(TakeNext.Instance);
    }

    protected override void PostStop()
    {
        _watching?.Cancel();
        _unit.Dispose();
        base.PostStop();
    }

    private bool IsIdle => _running is null && !_state.AnyWait;

    private void Wait(object work) => _state.Waiting.Enqueue((work, Sender));

    // One at a time, with the mailbox between: what comes meanwhile stands behind what waits.
    private void BeginNext()
    {
        if (_running is not null || !_state.AnyWait || !_state.Waiting.TryDequeue(out var next))
            return;
        if (next.Work is LatchedJob job)
            Begin(job, next.Session);
        else
            Meet((KeyMarker)next.Work, next.Session);
        if (_running is null && _state.AnyWait)
            Self.Tell(TakeNext.Instance, Self);
    }

    private void Meet(KeyMarker marker, IActorRef session)
    {
        _state.Machine.Step(EngineEvent.Marked(marker));
        if (marker.Key is null)
            return;
        if (_trace.IsEnabled)
            _trace.Record(new Tracing.KeyMarkerMet(marker.Session, marker.Epoch, _index));
        session.Tell(new Hardware.Sessions.KeyMarkerMet(marker.Epoch, _index), Self);
    }

    private void Begin(LatchedJob job, IActorRef session)
    {
        (_running, _session) = (job, session);
        Go(job, _state.Machine.Step(EngineEvent.Arrived(job)));
    }

    private void Go(LatchedJob job, EngineEffect begun)
    {
        if (begun.Kind == Kinds.End)
        {
            End(begun);
            return;
        }

        _key = begun.Key!;
        if (_trace.IsEnabled)
            _trace.RecordStart(job.Job, _index, _key.CheckValue());
        var fault = _state.Faults.IsEmpty ? EngineFault.None : _state.Faults.Next(Now);
        if (_state.IsTimed)
            Run(job, _state.Takes(job, begun.ProgramsKey || _again is not null), fault);
        else if (fault.Kind == EngineFaultKind.None && !_hangs)
            Finish();
        else
            Run(job, TimeSpan.Zero, fault);
    }

    private void Run(LatchedJob job, TimeSpan takes, EngineFault fault)
    {
        if (fault.Kind == EngineFaultKind.Crash)
            throw new EngineException(AbortReason.EngineFault, $"engine {_index} failed as it began job {job.Job}");
        _begunAt = Now;
        _isWedged = fault.Kind == EngineFaultKind.Wedge;
        if (fault.Kind != EngineFaultKind.None)
            takes = Prolong(takes, fault.Duration);
        if (!_hangs && takes < _watchdog)
            _scheduler.ScheduleTellOnce(takes, Self, (object?)_again ?? job.Done, ActorRefs.NoSender);
        else
            Watch(job, _watchdog);
        if ((_hangs || fault.Kind is EngineFaultKind.Hang or EngineFaultKind.Wedge) && _trace.IsEnabled)
            _trace.Record(new EngineHung(_index, job.Job));
    }

    // A fault may last for ever: so no further than to the watchdog's time.
    private TimeSpan Prolong(TimeSpan takes, TimeSpan by) =>
        takes < _watchdog && by < _watchdog - takes ? takes + by : _watchdog;

    private void Hang()
    {
        if (_hangs)
            return;
        _hangs = true;
        if (_running is not { } job)
            return;
        _watching?.Cancel();
        var left = _begunAt + _watchdog - Now;
        Watch(job, left > TimeSpan.Zero ? left : TimeSpan.Zero);
        if (_trace.IsEnabled)
            _trace.Record(new EngineHung(_index, job.Job));
    }

    private TimeSpan Now => _scheduler.HighResMonotonicClock;

    private void Watch(LatchedJob job, TimeSpan time)
    {
        _expiry = new WatchdogExpired(job);
        _watching = _scheduler.ScheduleTellOnceCancelable(time, Self, _expiry, ActorRefs.NoSender);
    }

    // A message may come too late, for a job that hangs or was aborted. A session latches no job anew that was aborted.
    private void GoOn(LatchedJob due)
    {
        if (_hangs || !ReferenceEquals(due, _running) || _again is not null)
            return;
        Finish();
        if (_state.AnyWait)
            BeginNext();
    }

    private void GoOn(EndOfSecondAttempt due)
    {
        if (_hangs || !ReferenceEquals(due, _again))
            return;
        Finish();
        BeginNext();
    }

    // What runs is stopped with its keys, hung or not.
    private void LoseKeys(int firstSession)
    {
        if (_trace.IsEnabled)
            _trace.Record(new EngineKeysLost(_index, firstSession));
        var ended = _state.Machine.Step(EngineEvent.KeysLost(firstSession));
        if (ended.Kind != Kinds.End)
            return;
        StopWatching();
        End(ended);
        BeginNext();
    }

    // Another engine was to blame: what runs here begins anew, and what its first attempt still says is not heard.
    private void BeginAgain()
    {
        StopWatching();
        if (_trace.IsEnabled)
            _trace.Record(new EngineReset(_index, Job: null, AbortReason.EngineHung));
        if (_running is not { } job)
            return;
        _again = new EndOfSecondAttempt();
        if (_trace.IsEnabled)
            _trace.Record(new JobResubmitted(job.Session, job.Job, _index));
        Go(job, _state.Machine.Step(EngineEvent.Restarted));
        if (_running is null)
            BeginNext();
    }

    private void StopWatching()
    {
        _watching?.Cancel();
        (_watching, _expiry, _hangs, _isWedged) = (null, null, false, false);
    }

    private void GiveUp(WatchdogExpired expired)
    {
        var overdue = expired.Job;
        if (ReferenceEquals(expired, _expiry) && ReferenceEquals(overdue, _running))
        {
            throw new EngineException(
                AbortReason.EngineHung, $"engine {_index} did not go on with job {overdue.Job} within {_watchdog}")
            {
                Engine = _index,
                IsWedged = _isWedged,
            };
        }
    }

    private void Finish()
    {
        _unit.Run(_running!.Blt, _key!);
        End(_state.Machine.Step(EngineEvent.Done));
    }

    private void End(EngineEffect ended)
    {
        // The end of a first attempt may still come: it must not be taken for that of a job that is latched anew.
        var isLast = _again is null;
        (_running, _key, _again) = (null, null, null);
        _session.Tell(ended.Fault is null && isLast ? ended.Job!.Done : new JobEnded(ended.Job!, ended.Fault), Self);
        CountEnding();
    }

    private void CountEnding()
    {
        if (_state.Ended.Advance())
            TellProgress();
    }

    private void TellProgress() => Context.Parent.Tell(new EngineFence.Raised(_index, _state.Ended.Value));

    private sealed record WatchdogExpired(LatchedJob Job) : INoSerializationVerificationNeeded;

    private sealed class EndOfSecondAttempt : INoSerializationVerificationNeeded;

    private sealed record TakeNext : INoSerializationVerificationNeeded
    {
        public static TakeNext Instance { get; } = new();
    }
}
