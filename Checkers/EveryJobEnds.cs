using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>Every accepted job has ended when the run is over.</summary>
public sealed class EveryJobEnds() : Property(
    nameof(EveryJobEnds),
    PropertyKind.Eventually,
    typeof(JobSubmitted),
    typeof(JobDispatched),
    typeof(JobStarted),
    typeof(JobCompleted),
    typeof(JobAborted))
{
    /// <inheritdoc/>
    internal override bool SleepsThrough(Type happened) => true;

    /// <inheritdoc/>
    internal override bool IsReachedBy(Docket docket) => docket.HasAccepted;

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
    }

    /// <inheritdoc/>
    public override void AtEnd()
    {
        if (!Docket.HasJobs)
            return;
        foreach (var job in Docket.Jobs())
        {
            if (job.IsAccepted)
                Violate($"job {job.Number} of session {job.AcceptedBy} has not ended: it is {PlaceOf(job)}");
        }
    }

    private static string PlaceOf(OpenJob job) => job.Place switch
    {
        OpenJob.Places.Queued => $"queued on engine {job.Engine}",
        OpenJob.Places.Started => $"started on engine {job.UsedBy}",
        _ => "held",
    };
}
