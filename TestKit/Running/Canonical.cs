using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Testing.Running;

/// <summary>Always the first of what may happen.</summary>
internal sealed class Canonical : IStrategy
{
    public const string StrategyName = "canonical";

    public string Name => StrategyName;

    public bool IsExhausted => false;

    public void Begin(ulong seed)
    {
    }

    public int Choose(Enabled enabled, long step) => 0;

    public void End()
    {
    }
}
