using Akka.Actor;
using Sim.Actors.Engines;
using Sim.Hardware.Engines;
using Sim.Hardware.Fences;
using Sim.Hardware.Loss;
using Sim.Hardware.Resets;
using Sim.Hardware.Sessions;

namespace Sim.Actors;

/// <summary>
/// Makes the machines that the actors of one device run. A scenario or a test replaces it to decorate them.
/// Called from several actors: implementations keep no unguarded state.
/// </summary>
public interface IDeviceMachines
{
    /// <summary>Name of the key-switch policy.</summary>
    string Policy { get; }

    /// <summary>The rules of a new session.</summary>
    ISessionMachine Session(int session, SessionLimits limits, int engines);

    /// <summary>The rules of an engine.</summary>
    IEngineMachine Engine(int engine);

    /// <summary>What waits at an engine whose hardware holds so many jobs, the one that runs included.</summary>
    IEngineQueue Queue(int engine, int hardwareDepth) => new EngineQueue(hardwareDepth);

    /// <summary>Counts the jobs that end on an engine, over all its resets.</summary>
    IProgressCounter Progress(int engine) => new ProgressCounter();

    /// <summary>Who waits for an engine's progress.</summary>
    IFenceTimeline<IActorRef> Fence(int engine, int waitsMax) => new FenceTimeline<IActorRef>(waitsMax);

    /// <summary>What becomes of an engine that failed; its pool bounds how often it is restarted.</summary>
    Directive AfterFailure(Exception failure) => Directive.Restart;

    /// <summary>The rules of the adapter's content protection.</summary>
    IProtectionMachine Protection() => new ProtectionMachine();

    /// <summary>Counts how often watchdogs reset the engines.</summary>
    IResetBudget Resets(ResetLimits limits) => new ResetBudget(limits);

    /// <summary>The rules of the device's key slots.</summary>
    IKeySlotTable KeySlots(int slots) => new KeySlotTable(slots);
}
