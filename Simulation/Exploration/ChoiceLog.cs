using System.Collections.Immutable;
using Sim.Control;
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

    public void Enter(IControlledWorld world, Timing timing) => inner.Enter(world, timing);

    public int Choose(in Enabled enabled, long step)
    {
        var chosen = inner.Choose(enabled, step);
        if (_count == _choices.Length)
            Array.Resize(ref _choices, _count * 2);
        return _choices[_count++] = chosen;
    }

    public void Stepped(bool isLast) => inner.Stepped(isLast);

    public void End() => inner.End();
}
