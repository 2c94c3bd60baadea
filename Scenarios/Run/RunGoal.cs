using System.Collections.Immutable;

namespace Sim.Scenarios.Run;

/// <summary>How much a run has to do: jobs where all of them are counted, else time.</summary>
public sealed class RunGoal
{
    private readonly bool _byTime;

    /// <summary>Adds up the groups.</summary>
    public RunGoal(ImmutableArray<LoadGroup> groups)
    {
        var longest = groups.Max(group => group.Spec.Jobs.For);
        _byTime = longest is not null;
        All = longest is { } time
            ? (long)time.TotalMilliseconds
            : groups.Sum(group => group.Spec.Count * group.Spec.Jobs.Parts * (group.Spec.JobCount ?? 0));
    }

    /// <summary>All of it: jobs, or milliseconds.</summary>
    public long All { get; }

    /// <summary>What is done of it.</summary>
    public long Done(long jobsEnded, TimeSpan elapsed) =>
        Math.Min(All, _byTime ? (long)elapsed.TotalMilliseconds : jobsEnded);
}
