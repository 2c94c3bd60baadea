using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Strategies;

/// <summary>
/// Partial-order sampling (POS): each event that may happen has a random priority from the moment it may, the highest goes
/// next, and what competes with it draws anew. Yuan, Yang, Gu, "Partial order aware concurrency sampling", CAV 2018. What
/// competes for an actor is its own next delivery, which draws when it becomes the next.
/// </summary>
public sealed class PrioritySampling : IStrategy
{
    private readonly PerProcess<ulong> _priorities = new();
    private SeededRandom _random;

    /// <inheritdoc/>
    public string Name => "pos";

    /// <inheritdoc/>
    public bool IsExhausted => false;

    /// <inheritdoc/>
    public void Begin(ulong seed)
    {
        _random = new SeededRandom(seed);
        _priorities.Clear();
    }

    /// <inheritdoc/>
    public int Choose(Enabled enabled, long step)
    {
        var best = 0;
        var highest = 0UL;
        for (var i = 0; i < enabled.Count; i++)
        {
            ref var priority = ref _priorities[enabled.ProcessAt(i)];
            if (priority == 0)
                priority = _random.Next() | 1;
            if (priority > highest)
                (best, highest) = (i, priority);
        }

        _priorities[enabled.ProcessAt(best)] = 0;
        return best;
    }

    /// <inheritdoc/>
    public void End()
    {
    }
}
