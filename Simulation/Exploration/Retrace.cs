using System.Collections.Immutable;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Simulation.Exploration;

/// <summary>Makes the same choices again, by index.</summary>
internal sealed class Retrace(ImmutableArray<int> choices) : IStrategy
{
    private int _next;

    public string Name => "retrace";

    public bool IsExhausted => false;

    public void Begin(ulong seed) => _next = 0;

    public int Choose(Enabled enabled, long step) => _next < choices.Length ? choices[_next++] : 0;

    public void End()
    {
    }
}
