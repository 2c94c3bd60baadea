namespace Sim.Checkers;

/// <summary>What a set of properties has heard of, over all its runs.</summary>
/// <param name="Jobs">Jobs accepted.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Refreshes">Refreshes accepted.</param>
/// <param name="Completed">Jobs completed.</param>
/// <param name="Aborted">Jobs aborted.</param>
/// <param name="Refused">Jobs refused.</param>
public readonly record struct JobCounts(long Jobs, long Bytes, long Refreshes, long Completed, long Aborted, long Refused)
{
    /// <summary>Of two sets together.</summary>
    public static JobCounts operator +(JobCounts one, JobCounts other) => new(
        one.Jobs + other.Jobs,
        one.Bytes + other.Bytes,
        one.Refreshes + other.Refreshes,
        one.Completed + other.Completed,
        one.Aborted + other.Aborted,
        one.Refused + other.Refused);
}
