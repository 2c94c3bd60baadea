namespace Sim.Scenarios.Output;

/// <summary>A job that has not ended, and where it is.</summary>
/// <param name="Session">Its session.</param>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Engine">The engine; -1 while it is held.</param>
/// <param name="Turn">When it was handed out, counted in jobs handed out.</param>
/// <param name="Since">Since when it is there.</param>
internal readonly record struct WaitingJob(
    int Session, int Epoch, WaitingJob.Places Place, int Engine, long Turn, TimeSpan Since)
{
    /// <summary>Where a job can be, from what keeps others waiting to what waits.</summary>
    public enum Places
    {
        Running,
        Queued,
        Held,
    }

    public static WaitingJob Held(int session, int epoch, TimeSpan since) =>
        new(session, epoch, Places.Held, Engine: -1, Turn: 0, since);
}
