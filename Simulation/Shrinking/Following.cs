using System.Collections.Immutable;
using Sim.Simulation.Replaying;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Simulation.Shrinking;

/// <summary>Follows a list of steps as far as it can, and knows which of them were done. Behind it the run goes on, or is left.</summary>
internal sealed class Following(Replay replay, bool goesOn) : IStrategy
{
    public string Name => replay.Name;

    public bool IsExhausted => false;

    public ImmutableArray<ScheduledStep> Done => replay.Done;

    public void Begin(ulong seed) => replay.Begin(seed);

    public int Choose(Enabled enabled, long step)
    {
        var chosen = replay.Choose(enabled, step);
        return goesOn || replay.IsFollowing ? chosen : IStrategy.Prune;
    }

    public void End() => replay.End();
}
