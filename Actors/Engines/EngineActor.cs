using Akka.Actor;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Engines.EngineEffect.Kinds;

namespace Sim.Actors.Engines;

internal sealed class EngineActor : ReceiveActor, IWithTimers
{
    private readonly int _index;
    private readonly TimeSpan _watchdog;
    private readonly EngineState _state;
    private readonly ITrace _trace;
    private readonly DecryptionUnit _unit = new();
    private LatchedJob? _running;
    private SessionKey? _key;
    private IActorRef _session = ActorRefs.Nobody;

    public EngineActor(int index, TimeSpan watchdog, EngineState state, ITrace trace)
    {
        (_index, _watchdog, _state, _trace) = (index, watchdog, state, trace);
        Receive<LatchedJob>(Take);
        Receive<KeyMarker>(Take);
        Receive<Delayed>(_ => GoOn());
        Receive<WatchdogExpired>(_ => throw new EngineException(
            AbortReason.EngineHung, $"engine {_index} did not go on with job {_running!.Job} within {_watchdog}"));
        Receive<TakeNext>(_ => BeginNext());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreRestart(Exception reason, object message)
    {
        // The job that was running must still end; what is behind it waits for the next incarnation.
        if (_running is { } stopped)
        {
            var why = (reason as EngineException)?.Reason ?? AbortReason.EngineFault;
            if (_trace.IsEnabled)
                _trace.Record(new EngineReset(_index, stopped.Job, why));
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
        if (_state.Faults.IsEmpty)
            Finish();
        else
            Suffer(job, _state.Faults.Next(Context.System.Scheduler.HighResMonotonicClock));
    }

    private void Suffer(LatchedJob job, EngineFault fault)
    {
        switch (fault.Kind)
        {
            case EngineFaultKind.None:
                Finish();
                return;
            case EngineFaultKind.Crash:
                throw new EngineException(AbortReason.EngineFault, $"engine {_index} failed as it began job {job.Job}");
        }

        if (fault.Duration < _watchdog)
            Timers.StartSingleTimer(Delayed.Instance, Delayed.Instance, fault.Duration);
        else
            Timers.StartSingleTimer(WatchdogExpired.Instance, WatchdogExpired.Instance, _watchdog);
        if (fault.Kind == EngineFaultKind.Hang && _trace.IsEnabled)
            _trace.Record(new EngineHung(_index, job.Job));
    }

    private void GoOn()
    {
        Finish();
        if (_state.Waiting.Count > 0)
            Self.Tell(TakeNext.Instance);
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

    private sealed class Delayed
    {
        public static Delayed Instance { get; } = new();
    }

    private sealed class WatchdogExpired
    {
        public static WatchdogExpired Instance { get; } = new();
    }

    private sealed class TakeNext
    {
        public static TakeNext Instance { get; } = new();
    }
}
