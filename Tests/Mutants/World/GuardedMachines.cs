using Akka.Actor;
using Sim.Actors;
using Sim.Actors.Engines;
using Sim.Hardware.Engines;
using Sim.Hardware.Fences;
using Sim.Hardware.Loss;
using Sim.Hardware.Resets;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.World;

/// <summary>
/// Tells what machines throw. Supervision would hide it, and a mutant that throws is no mistake that a checker must find.
/// </summary>
/// <param name="inner">The machines.</param>
/// <param name="tell">Told each exception.</param>
internal sealed class GuardedMachines(IDeviceMachines inner, Action<Exception> tell) : IDeviceMachines
{
    public string Policy => inner.Policy;

    public ISessionMachine Session(int session, SessionLimits limits, int engines) =>
        new GuardedSession(inner.Session(session, limits, engines), tell);

    public IEngineMachine Engine(int engine) => new GuardedEngine(inner.Engine(engine), tell);

    public IEngineQueue Queue(int engine, int hardwareDepth) => inner.Queue(engine, hardwareDepth);

    public IProgressCounter Progress(int engine) => inner.Progress(engine);

    public IFenceTimeline<IActorRef> Fence(int engine, int waitsMax) => inner.Fence(engine, waitsMax);

    public Directive AfterFailure(Exception failure) => inner.AfterFailure(failure);

    // What these decide cannot throw but by a mistake that fails the device, and with it the run.
    public IProtectionMachine Protection() => inner.Protection();

    public IResetBudget Resets(ResetLimits limits) => inner.Resets(limits);

    public IKeySlotTable KeySlots(int slots) => new GuardedSlots(inner.KeySlots(slots), tell);

    // The filter tells, and catches nothing.
    private static bool Tell(Exception thrown, Action<Exception> tell)
    {
        tell(thrown);
        return false;
    }

    private sealed class GuardedSession(ISessionMachine inner, Action<Exception> tell) : ISessionMachine
    {
        public void Step(SessionEvent happened, ICollection<SessionEffect> effects)
        {
            try
            {
                inner.Step(happened, effects);
            }
            catch (Exception thrown) when (Tell(thrown, tell))
            {
            }
        }
    }

    private sealed class GuardedEngine(IEngineMachine inner, Action<Exception> tell) : IEngineMachine
    {
        public EngineEffect Step(EngineEvent happened)
        {
            try
            {
                return inner.Step(happened);
            }
            catch (Exception thrown) when (Tell(thrown, tell))
            {
                throw;
            }
        }
    }

    private sealed class GuardedSlots(IKeySlotTable inner, Action<Exception> tell) : IKeySlotTable
    {
        public void Acquire(int session, int epoch, ICollection<KeySlotDecision> decisions) =>
            Guard(() => inner.Acquire(session, epoch, decisions));

        public void Release(int session, int epoch, bool retired, ICollection<KeySlotDecision> decisions) =>
            Guard(() => inner.Release(session, epoch, retired, decisions));

        public void Forget(int session, ICollection<KeySlotDecision> decisions) =>
            Guard(() => inner.Forget(session, decisions));

        private void Guard(Action step)
        {
            try
            {
                step();
            }
            catch (Exception thrown) when (Tell(thrown, tell))
            {
            }
        }
    }
}
