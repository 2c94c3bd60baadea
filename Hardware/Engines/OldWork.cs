namespace Sim.Hardware.Engines;

/// <summary>
/// What a key switch meets: the jobs of the old epoch that are queued or running when FinishSessionKeyRefresh is called, spread
/// evenly over the engines, the last of them just handed out. Its time is what <c>drain</c> holds new jobs for, and what
/// <c>slots</c> keeps the old key's slot for beside the new one; for that <c>slots</c> pays one programming of a slot, and so does
/// <c>drain</c>.
/// </summary>
/// <param name="Jobs">Old jobs of the session that switches, at least 1.</param>
/// <param name="OthersPerEngine">Jobs of other sessions that stand before the last of them on its engine.</param>
public readonly record struct OldWork(int Jobs, double OthersPerEngine = 0)
{
    /// <summary>Seconds until the last of the old jobs ends: the jobs of the fullest engine, one behind the other.</summary>
    /// <param name="engines">Engines in the pool, at least 1.</param>
    /// <param name="secondsPerJob">Engine time of a job.</param>
    public double Seconds(int engines, double secondsPerJob) =>
        (((Jobs + engines - 1) / engines) + OthersPerEngine) * secondsPerJob;
}
