using System.Collections.Immutable;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Simulation.Exploration;

/// <summary>Remembers the indices that a strategy chose in the schedule that runs.</summary>
internal sealed class ChoiceLog(IStrategy inner) : IStrategy
{
    private int[] _choices = new int[256];
    private int _count;

    public string Name => inner.Name;

    public bool IsExhausted => inner.IsExhausted;

    public ImmutableArray<int> Choices => [.. _choices.AsSpan(0, _count)];

    public void Begin(ulong seed)
    {
        _count = 0;
        inner.Begin(seed);
    }

    public int Choose(in Enabled enabled, long step)
    {
        var chosen = inner.Choose(enabled, step);
        if (_count == _choices.Length)
            Array.Resize(ref _choices, _count * 2);
        return _choices[_count++] = chosen;
    }

    public void End() => inner.End();
}
