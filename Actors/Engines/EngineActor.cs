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
    private readonly IScheduler _scheduler = Context.System.Scheduler;
    private readonly DecryptionUnit _unit = new();
    private LatchedJob? _running;
    private SessionKey? _key;
    private IActorRef _session = ActorRefs.Nobody;

    private TimeSpan _begunAt;

    // What runs, or what is begun next, does not go on.
    private bool _hangs;

    // Only a watchdog is taken back, when the engine is reset or stops: it may be far off. The end of a job is near, and one
    // that comes too late is told from the right one.
    private ICancelable? _watching;

    public EngineActor(EngineState state) =>
        (_index, _watchdog, _state, _trace) = (state.Index, state.Watchdog, state, state.Trace);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case LatchedJob or KeyMarker:
                Take(message);
                break;
            case JobEnded due:
                GoOn(due.Job);
                break;
            case WatchdogExpired expired:
                GiveUp(expired.Job);
                break;
            case TakeNext:
                BeginNext();
                break;
            case Engine.Fail:
                throw new EngineException(AbortReason.EngineFault, $"engine {_index} was told to fail");
            case Engine.Hang:
                Hang();
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
        }

        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        base.PostRestart(reason);
        if (_state.Waiting.Count > 0)
            Self.Tell(TakeNext.Instance);
    }

    protected override void PostStop()
    {
        _watching?.Cancel();
        _unit.Dispose();
        base.PostStop();
    }

    private void Take(object work)
    {
        if (_running is not null || _state.Waiting.Count > 0)
            _state.Waiting.Enqueue((work, Sender));
        else
            Begin(work, Sender);
    }

    // One at a time, with the mailbox between: what comes meanwhile stands behind what waits.
    private void BeginNext()
    {
        if (_running is not null || !_state.Waiting.TryDequeue(out var next))
            return;
        Begin(next.Work, next.Session);
        if (_running is null && _state.Waiting.Count > 0)
            Self.Tell(TakeNext.Instance);
    }

    private void Begin(object work, IActorRef session)
    {
        if (work is LatchedJob job)
            Begin(job, session);
        else
            Meet((KeyMarker)work, session);
    }

    private void Meet(KeyMarker marker, IActorRef session)
    {
        _state.Machine.Step(EngineEvent.Marked(marker));
        if (marker.Key is null)
            return;
        if (_trace.IsEnabled)
            _trace.Record(new Tracing.KeyMarkerMet(marker.Session, marker.Epoch, _index));
        session.Tell(new Hardware.Sessions.KeyMarkerMet(marker.Epoch, _index));
    }

    private void Begin(LatchedJob job, IActorRef session)
    {
        (_running, _session) = (job, session);
        var begun = _state.Machine.Step(EngineEvent.Arrived(job));
        if (begun.Kind == Kinds.End)
        {
            End(begun);
            return;
        }

        _key = begun.Key!;
        if (_trace.IsEnabled)
            _trace.Record(new JobStarted(job.Job, _index, _key.CheckValue()));
        var takes = _state.Timing?.Next(job, begun.ProgramsKey);
        var fault = _state.Faults.IsEmpty ? EngineFault.None : _state.Faults.Next(Now);
        if (takes is null && fault.Kind == EngineFaultKind.None && !_hangs)
            Finish();
        else
            Run(job, takes ?? TimeSpan.Zero, fault);
    }

    private void Run(LatchedJob job, TimeSpan takes, EngineFault fault)
    {
        if (fault.Kind == EngineFaultKind.Crash)
            throw new EngineException(AbortReason.EngineFault, $"engine {_index} failed as it began job {job.Job}");
        _begunAt = Now;
        if (!_hangs && takes < _watchdog && fault.Duration < _watchdog - takes)
            _scheduler.ScheduleTellOnce(takes + fault.Duration, Self, job.Done, ActorRefs.NoSender);
        else
            Watch(job, _watchdog);
        if ((_hangs || fault.Kind == EngineFaultKind.Hang) && _trace.IsEnabled)
            _trace.Record(new EngineHung(_index, job.Job));
    }

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

    private void Watch(LatchedJob job, TimeSpan time) =>
        _watching = _scheduler.ScheduleTellOnceCancelable(
            time, Self, new WatchdogExpired(job), ActorRefs.NoSender);

    // A message may come too late, for a job that hangs or was aborted. A session latches no job anew that was aborted.
    private void GoOn(LatchedJob due)
    {
        if (_hangs || !ReferenceEquals(due, _running))
            return;
        Finish();
        BeginNext();
    }

    private void GiveUp(LatchedJob overdue)
    {
        if (ReferenceEquals(overdue, _running))
        {
            throw new EngineException(
                AbortReason.EngineHung, $"engine {_index} did not go on with job {overdue.Job} within {_watchdog}");
        }
    }

    private void Finish()
    {
        _unit.Run(_running!.Blt, _key!);
        End(_state.Machine.Step(EngineEvent.Done));
    }

    private void End(in EngineEffect ended)
    {
        (_running, _key) = (null, null);
        _session.Tell(ended.Fault is null ? ended.Job!.Done : new JobEnded(ended.Job!, ended.Fault));
    }

    private sealed record WatchdogExpired(LatchedJob Job) : INoSerializationVerificationNeeded;

    private sealed record TakeNext : INoSerializationVerificationNeeded
    {
        public static TakeNext Instance { get; } = new();
    }
}
