using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Strategies;

/// <summary>
/// PCTCP, the form of PCT for message passing: events are sorted, as they come up, into chains of the causal order, and the
/// chains have the priorities. Ozkan, Majumdar, Niksic, Tabaei Befrouei, Weissenbacher, "Randomized testing of distributed
/// systems with probabilistic guarantees", OOPSLA 2018. An event continues the chain of the step that sent it, else the one
/// of the last step of its actor, if that chain ends there; else it begins a chain.
/// </summary>
/// <param name="depth">d, at least 1.</param>
/// <param name="steps">k, about as many steps as a schedule has.</param>
public sealed class ChainPriorityChange(int depth, int steps) : IStrategy
{
    private readonly PerProcess<Pending> _pending = new();
    private readonly PerProcess<long> _lastSteps = new();
    private readonly ChangePoints _changes = new(depth, steps);
    private readonly List<Chain> _chains = [];
    private readonly List<int> _chainOfStep = [];
    private SeededRandom _random;
    private long _firstStep;

    /// <inheritdoc/>
    public string Name => $"pctcp:{depth}";

    /// <inheritdoc/>
    public bool IsExhausted => false;

    /// <inheritdoc/>
    public void Begin(ulong seed)
    {
        _random = new SeededRandom(seed);
        _pending.Clear();
        _lastSteps.Clear();
        _chains.Clear();
        _chainOfStep.Clear();
        _changes.Begin(ref _random);
    }

    /// <inheritdoc/>
    public int Choose(Enabled enabled, long step)
    {
        if (_chainOfStep.Count == 0)
            _firstStep = step;
        var best = Highest(enabled);
        while (_changes.TryPass(out var low))
        {
            var falling = _pending[enabled.ProcessAt(best)].Chain - 1;
            _chains[falling] = _chains[falling] with { Priority = low };
            best = Highest(enabled);
        }

        var process = enabled.ProcessAt(best);
        var chain = _pending[process].Chain - 1;
        _pending[process] = default;
        _lastSteps[process] = step;
        _chains[chain] = _chains[chain] with { Tail = step };
        _chainOfStep.Add(chain);
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
            var priority = _chains[ChainOf(enabled, i)].Priority;
            if (priority > highest)
                (best, highest) = (i, priority);
        }

        return best;
    }

    private int ChainOf(in Enabled enabled, int index)
    {
        var process = enabled.ProcessAt(index);
        var cause = enabled.CauseAt(index);
        var known = _pending[process];
        if (known.Chain > 0 && known.Cause == cause)
            return known.Chain - 1;
        if (!TryContinue(cause, out var chain) && !TryContinue(_lastSteps[process], out chain))
        {
            chain = _chains.Count;
            _chains.Add(new Chain(ChangePoints.High(ref _random), Tail: 0));
        }

        _pending[process] = new Pending(chain + 1, cause);
        return chain;
    }

    // The event takes the place of the tail at once, so that no other continues the chain there.
    private bool TryContinue(long after, out int chain)
    {
        chain = 0;
        if (after < _firstStep || after - _firstStep >= _chainOfStep.Count)
            return false;
        chain = _chainOfStep[(int)(after - _firstStep)];
        if (_chains[chain].Tail != after)
            return false;
        _chains[chain] = _chains[chain] with { Tail = long.MaxValue };
        return true;
    }

    private readonly record struct Chain(ulong Priority, long Tail);

    private readonly record struct Pending(int Chain, long Cause);
}
