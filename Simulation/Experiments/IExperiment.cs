using Akka.Actor;
using Akka.Configuration;
using Sim.Control;

namespace Sim.Simulation.Experiments;

/// <summary>
/// What is explored: it makes the actors of a fresh system and says what is wrong with them. One experiment serves one
/// worker, for one schedule after the other; workers have one each, so nothing in it needs a lock.
/// </summary>
public interface IExperiment
{
    /// <summary>Configuration of its systems, beside what a simulation needs. The same object each time, for speed.</summary>
    Config Config { get; }

    /// <summary>
    /// True once the actors are set up: what happens before is done in canonical order, what happens from then on is the
    /// schedule that is explored, recorded and replayed.
    /// </summary>
    bool IsSetUp { get; }

    /// <summary>True when the run may end although something is still scheduled, as with periodic timers.</summary>
    bool IsDone { get; }

    /// <summary>
    /// True when its actors leave alone what the thread has around it: no handler awaits, sets an <see cref="AsyncLocal{T}"/> or a
    /// <see cref="SynchronizationContext"/>. Then schedules are faster, and one in which a handler does fails the exploration.
    /// </summary>
    bool LeavesThreadAlone => false;

    /// <summary>True when it is done or something is wrong. Asked after each step.</summary>
    bool IsOver => IsDone || Failure is not null;

    /// <summary>True when some of what is scheduled must not fire for now: <see cref="IsHeld"/> is asked before each choice.</summary>
    bool IsHolding => false;

    /// <summary>The first thing that is wrong so far; null: nothing.</summary>
    Failure? Failure { get; }

    /// <summary>Gives the world of the next schedule to an experiment that steps it while it begins, or looks at it later.</summary>
    /// <param name="world">The world, in which nothing is yet.</param>
    void Enter(IControlledWorld world)
    {
    }

    /// <summary>Begins a schedule: forgets the last one, makes the actors and sends what starts them.</summary>
    /// <param name="system">A fresh system.</param>
    /// <param name="seed">Seed of what the actors draw. All schedules of an exploration have the same.</param>
    void Begin(ActorSystem system, ulong seed);

    /// <summary>True when an alarm must not fire for now, as if its time did not come. What is held at the end stays so.</summary>
    bool IsHeld(IAlarm alarm) => false;

    /// <summary>The schedule is over: nothing is ready and nothing is scheduled, or <see cref="IsDone"/>.</summary>
    /// <param name="world">The world as it is at the end.</param>
    /// <returns>What is wrong: what should have happened by now. Null: nothing.</returns>
    Failure? End(IControlledWorld world);

    /// <summary>
    /// Names a message in one short line, the same in every process: people read it, and replay recognises the message by it.
    /// Keys and plaintext must not be in it.
    /// </summary>
    string Describe(object message);
}
