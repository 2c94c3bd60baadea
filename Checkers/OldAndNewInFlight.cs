using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>
/// A session had a job of a new epoch on an engine while one of an older epoch had not ended. Judged on the session's own
/// events, so that equivalent schedules agree.
/// </summary>
public sealed class OldAndNewInFlight() : Property(nameof(OldAndNewInFlight), PropertyKind.Sometimes)
{
    private readonly Dictionary<long, (int Session, int Epoch)> _jobs = [];
    private readonly Dictionary<int, SortedDictionary<int, int>> _inFlightByEpoch = [];

    /// <inheritdoc/>
    public override void On(TraceEvent happened)
    {
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

    private void Dispatched(JobDispatched dispatched)
    {
        // A job that is handed out again is in flight once.
        End(dispatched.Job);
        if (!_inFlightByEpoch.TryGetValue(dispatched.Session, out var inFlight))
            _inFlightByEpoch.Add(dispatched.Session, inFlight = []);
        _jobs[dispatched.Job] = (dispatched.Session, dispatched.Epoch);
        inFlight[dispatched.Epoch] = inFlight.GetValueOrDefault(dispatched.Epoch) + 1;
        if (inFlight.Keys.First() < dispatched.Epoch)
            Reach();
    }

    private void End(long job)
    {
        if (!_jobs.Remove(job, out var at))
            return;
        var inFlight = _inFlightByEpoch[at.Session];
        if (--inFlight[at.Epoch] == 0)
            inFlight.Remove(at.Epoch);
    }
}
