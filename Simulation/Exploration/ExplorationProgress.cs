namespace Sim.Simulation.Exploration;

/// <summary>How far an exploration is, for whoever watches from another thread.</summary>
/// <param name="changed">Told how many schedules are done, from the workers' threads; null: nobody is.</param>
public sealed class ExplorationProgress(Action<long>? changed = null)
{
    private long _schedules;

    /// <summary>Schedules that are done.</summary>
    public long Schedules => Interlocked.Read(ref _schedules);

    internal void Add(long schedules)
    {
        var done = Interlocked.Add(ref _schedules, schedules);
        changed?.Invoke(done);
    }
}
