using Akka.Actor;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Hardware.Faults;
using Sim.Hardware.Fences;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Engines;

// What of an engine outlives a reset: its rules with the key registers as of the head of its queue, the queue as far as it
// is not in the mailbox, what its next job takes, and what will go wrong. Each incarnation of the engine's actor has it to
// itself while it lives, and is made by it.
internal sealed class EngineState(
    Props plain, int index, EnginePoolSettings settings, IDeviceMachines machines, ITrace trace, IScheduler? scheduler = null)
    : OwnRecipe<EngineActor>(plain)
{
    private EngineTiming _timing = settings.Spec is { } spec ? new EngineTiming(spec) : default;
    private IEngineQueue? _waiting;

    public int Index => index;

    public TimeSpan Watchdog => settings.Watchdog;

    public ITrace Trace => trace;

    // Null: whoever needs it asks its context.
    public IScheduler? Scheduler => scheduler;

    public IEngineMachine Machine { get; } = machines.Engine(index);

    public EngineFaults Faults { get; } =
        settings.Faults.Rules.IsEmpty ? EngineFaults.None : new EngineFaults(settings.Faults, index);

    // False: work takes the time that it takes.
    public bool IsTimed { get; } = settings.Spec is not null;

    // How many jobs have ended on the engine. When no incarnation will live any more, the pool reads it.
    public IProgressCounter Ended { get; } = machines.Progress(index);

    // Jobs and markers that came while a job was running, with who sent them. Sessions bound both. Made when the first one comes:
    // most engines of a small run are never that busy.
    public IEngineQueue Waiting => _waiting ??= machines.Queue(index, settings.HardwareDepth);

    // How long the job takes that begins now.
    public TimeSpan Takes(LatchedJob job, bool programsKey) => _timing.Next(job, programsKey);

    public override ActorBase NewActor() => new EngineActor(this);

    public bool AnyWait => _waiting is { Count: > 0 };
}
