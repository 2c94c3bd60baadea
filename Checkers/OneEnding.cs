using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>
/// Each job completes, aborts, or is refused, at most once: nothing ends that is not open, and what was accepted is not
/// refused. That every accepted job ends at all is the claim of <see cref="EveryJobEnds"/>.
/// </summary>
public sealed class OneEnding() : Property(
    nameof(OneEnding),
    PropertyKind.Always,
    typeof(JobSubmitted),
    typeof(JobRefused),
    typeof(JobCompleted),
    typeof(JobAborted))
{
    /// <inheritdoc/>
    internal override bool SleepsThrough(Type happened) => true;

    /// <inheritdoc/>
    internal override bool IsReachedBy(Docket docket) => docket.HasEnded;

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        if (happened is JobRefused refused && refused.Status != JobRefusal.DuplicateJob && IsOpen(Docket.Find(refused.Job)))
            Violate($"job {refused.Job} was refused after it was accepted");
    }

    /// <inheritdoc/>
    internal override void Judge(in Submission submitted, OpenJob job, OpenSession session)
    {
        if (IsOpen(job))
            Violate($"job {submitted.Job} was accepted twice");
    }

    /// <inheritdoc/>
    internal override void Judge(in Completion completed, OpenJob? job, OpenSession session)
    {
        if (!IsOpen(job))
            Violate($"job {completed.Job} completed, but was not open");
    }

    /// <inheritdoc/>
    internal override void Judge(JobAborted aborted, OpenJob? job, OpenSession session)
    {
        if (!IsOpen(job))
            Violate($"job {aborted.Job} was aborted, but was not open");
    }

    private static bool IsOpen(OpenJob? job) => job is { IsAccepted: true };
}
