namespace Sim.Scenarios.Output;

/// <summary>A job that has not ended, as a timeline follows it.</summary>
/// <param name="Session">Its session.</param>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Beginning">How its epoch began; null for the first one, which no Finish begins.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Engine">The engine; -1 before it goes to one.</param>
internal readonly record struct TimelineJob(
    int Session, int Epoch, int Bytes, EpochBeginning? Beginning, TimelineJob.Places Place, int Engine)
{
    /// <summary>Where a job can be.</summary>
    public enum Places
    {
        /// <summary>Accepted this very moment.</summary>
        Accepted,
        Held,
        Queued,
        Running,
    }
}
