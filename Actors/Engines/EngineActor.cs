using Akka.Actor;
using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Engines;

internal sealed class EngineActor : ReceiveActor
{
    private readonly int _index;
    private readonly ITrace _trace;
    private readonly IEngineMachine _machine;
    private readonly DecryptionUnit _unit = new();
    private LatchedJob? _running;
    private IActorRef _session = ActorRefs.Nobody;

    public EngineActor(int index, IDeviceMachines machines, ITrace trace)
    {
        _index = index;
        _trace = trace;
        _machine = machines.Engine(index);
        Receive<LatchedJob>(Run);
    }

    protected override void PreRestart(Exception reason, object message)
    {
        // The job that was running must still end; the ones behind it wait in the mailbox for the next incarnation.
        if (_running is not null)
            _session.Tell(new JobEnded(_running, Faulted: true));
        base.PreRestart(reason, message);
    }

    protected override void PostStop()
    {
        _unit.Dispose();
        base.PostStop();
    }

    private void Run(LatchedJob job)
    {
        (_running, _session) = (job, Sender);
        var start = _machine.Step(EngineEvent.Arrived(job));
        var key = start.Key!;
        if (_trace.IsEnabled)
            _trace.Record(new JobStarted(job.Job, _index, key.CheckValue()));
        _unit.Run(job.Blt, key);
        var end = _machine.Step(EngineEvent.Done);
        _running = null;
        _session.Tell(new JobEnded(end.Job, Faulted: false));
    }
}
