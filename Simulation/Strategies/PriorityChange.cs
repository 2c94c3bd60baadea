using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Strategies;

/// <summary>
/// PCT: processes have random priorities, the highest that can goes, and at d - 1 random steps the one that would go falls
/// behind all others. A bug of depth d is found with probability 1/(n k^(d-1)) at least, for n processes and k steps.
/// Burckhardt, Kothari, Musuvathi, Nagarakatte, "A randomized scheduler with probabilistic guarantees of finding bugs",
/// ASPLOS 2010.
/// </summary>
/// <param name="depth">d, at least 1.</param>
/// <param name="steps">k, about as many steps as a schedule has.</param>
public sealed class PriorityChange(int depth, int steps) : IStrategy
{
    private readonly PerProcess<ulong> _priorities = new();
    private readonly ChangePoints _changes = new(depth, steps);
    private SeededRandom _random;

    /// <inheritdoc/>
    public string Name => $"pct:{depth}";

    /// <inheritdoc/>
    public bool IsExhausted => false;

    /// <inheritdoc/>
    public void Begin(ulong seed)
    {
        _random = new SeededRandom(seed);
        _priorities.Clear();
        _changes.Begin(ref _random);
    }

    /// <inheritdoc/>
    public int Choose(Enabled enabled, long step)
    {
        var best = Highest(enabled);
        while (_changes.TryPass(out var low))
        {
            _priorities[enabled.ProcessAt(best)] = low;
            best = Highest(enabled);
        }

        return best;
    }

    /// <inheritdoc/>
    public void End()
    {
    }

    private int Highest(in Enabled enabled)
    {
        var best = 0;
        var highest = 0UL;
        for (var i = 0; i < enabled.Count; i++)
        {
            ref var priority = ref _priorities[enabled.ProcessAt(i)];
            if (priority == 0)
                priority = ChangePoints.High(ref _random);
            if (priority > highest)
                (best, highest) = (i, priority);
        }

        return best;
    }
}
