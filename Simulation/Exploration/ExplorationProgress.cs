namespace Sim.Simulation.Exploration;

/// <summary>How far an exploration is, for whoever watches from another thread.</summary>
public sealed class ExplorationProgress
{
    private long _schedules;

    /// <summary>Schedules that are done.</summary>
    public long Schedules => Interlocked.Read(ref _schedules);

    internal void Add(long schedules) => Interlocked.Add(ref _schedules, schedules);
}
