using Sim.Control;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Strategies;

/// <summary>Chooses what happens next. One strategy serves one worker, for one schedule after the other.</summary>
public interface IStrategy
{
    /// <summary>What <see cref="Choose"/> gives when the rest of the schedule is known already.</summary>
    const int Prune = -1;

    /// <summary>Its name, as the command line writes it.</summary>
    string Name { get; }

    /// <summary>True when no schedule is left that would be new. Only an exhaustive strategy ever says so.</summary>
    bool IsExhausted { get; }

    /// <summary>Begins a schedule.</summary>
    /// <param name="seed">Where this schedule's choices come from.</param>
    void Begin(ulong seed);

    /// <summary>The world of the schedule is set up: the next choice is its first.</summary>
    /// <param name="world">The world.</param>
    /// <param name="timing">What time means in it.</param>
    void Enter(IControlledWorld world, Timing timing)
    {
    }

    /// <summary>Chooses.</summary>
    /// <param name="enabled">What may happen, at least one.</param>
    /// <param name="step">The number that this step will have in its world.</param>
    /// <returns>An index, or <see cref="Prune"/>.</returns>
    int Choose(Enabled enabled, long step);

    /// <summary>What was chosen is done.</summary>
    /// <param name="isLast">True when the schedule ends here, whatever could still happen: by a failure, or because the experiment is done.</param>
    void Stepped(bool isLast)
    {
    }

    /// <summary>The schedule is over, by its end or by a failure.</summary>
    void End();
}
