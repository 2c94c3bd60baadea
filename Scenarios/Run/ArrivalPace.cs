namespace Sim.Scenarios.Run;

/// <summary>
/// When the jobs of a client arrive. The due time of each is reckoned from the start of the load, so that nothing drifts; a
/// client that fell behind catches up as far as its window lets.
/// </summary>
/// <param name="perSecond">Jobs a second; null: each arrives at once.</param>
/// <param name="phase">Where between two jobs the first one is due, 0 to 1, so that many clients do not move in step.</param>
public sealed class ArrivalPace(double? perSecond, double phase)
{
    /// <summary>When a job arrives, since the start of the load.</summary>
    /// <param name="job">Its number, from 0.</param>
    public TimeSpan DueAt(long job)
    {
        if (perSecond is not { } rate)
            return TimeSpan.Zero;
        var seconds = (job + phase) / rate;
        return seconds < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    }
}
