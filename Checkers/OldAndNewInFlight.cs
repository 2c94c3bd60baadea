using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

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
    private readonly NumberTable<int> _sessionOfJob = new();
    private readonly NumberTable<InFlight> _sessions = new();

    /// <summary>Under <c>drain</c> it is what <see cref="DrainOrder"/> forbids.</summary>
    public override bool IsPossibleUnder(string policy) => policy != "drain";

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        if (IsReached)
            return;
        switch (happened)
        {
            case JobDispatched dispatched:
                Dispatched(dispatched);
                break;
            case JobCompleted completed:
                End(completed.Job);
                break;
            case JobAborted aborted:
                End(aborted.Job);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _sessionOfJob.Clear();
        _sessions.Clear();
    }

    private void Dispatched(JobDispatched dispatched)
    {
        // A job that is handed out again is in flight once.
        End(dispatched.Job);
        _sessionOfJob.Set(dispatched.Job, dispatched.Session);
        ref var inFlight = ref _sessions.Add(dispatched.Session, out var isNew);
        if (!isNew && inFlight.Epoch != dispatched.Epoch)
            Reach();
        inFlight = new InFlight(dispatched.Epoch, inFlight.Jobs + 1);
    }

    private void End(long job)
    {
        if (!_sessionOfJob.Remove(job, out var session))
            return;
        ref var inFlight = ref _sessions.Find(session);
        if (inFlight.Jobs > 1)
            inFlight = inFlight with { Jobs = inFlight.Jobs - 1 };
        else
            _sessions.Remove(session);
    }

    // Until the property is reached all of them are of one epoch.
    private readonly record struct InFlight(int Epoch, int Jobs);
}
