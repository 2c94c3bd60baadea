using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>
/// A session had jobs of two epochs on engines, none of them ended. Judged on the session's own events, so that equivalent
/// schedules agree.
/// </summary>
public sealed class OldAndNewInFlight() : Property(
    nameof(OldAndNewInFlight),
    PropertyKind.Sometimes,
    typeof(JobDispatched),
    typeof(JobCompleted),
    typeof(JobAborted))
{
    /// <summary>Under <c>drain</c> it is what <see cref="DrainOrder"/> forbids.</summary>
    public override bool IsPossibleUnder(string policy) => policy != "drain";

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
    }

    /// <inheritdoc/>
    internal override void Judge(JobDispatched dispatched, OpenJob job, OpenSession session)
    {
        if (IsReached)
            return;
        // A job that is handed out again is in flight once.
        End(job);
        ref var inFlight = ref session.InFlight;
        if (inFlight.Jobs > 0 && inFlight.Epoch != dispatched.Epoch)
            Reach();
        inFlight.Epoch = dispatched.Epoch;
        inFlight.Jobs++;
    }

    /// <inheritdoc/>
    internal override void Judge(JobCompleted completed, OpenJob? job, OpenSession session) => End(job);

    /// <inheritdoc/>
    internal override void Judge(JobAborted aborted, OpenJob? job, OpenSession session) => End(job);

    private static void End(OpenJob? job)
    {
        if (job is { IsHandedOut: true })
            job.Session!.InFlight.Jobs--;
    }

    // Until the property is reached all of them are of one epoch.
    internal struct InFlight
    {
        public int Epoch;
        public int Jobs;
    }
}
