using Sim.Actors.Tracing;

namespace Sim.Scenarios.Output;

/// <summary>
/// Counts what happens in a run. Barrier: from the acceptance of a key switch to its opening. Stall: from a job's
/// acceptance to the moment when it goes to an engine, that is, how long a barrier or a missing key slot held it.
/// </summary>
public sealed class RunMeter : ITraceListener
{
    private readonly Dictionary<(int Session, int Epoch), TimeSpan> _pendingSwitches = [];
    private readonly Dictionary<long, TimeSpan> _waitingJobs = [];

    /// <summary>Jobs accepted.</summary>
    public long Jobs { get; private set; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>FinishSessionKeyRefresh calls accepted.</summary>
    public long Refreshes { get; private set; }

    /// <summary>Jobs completed.</summary>
    public long Completed { get; private set; }

    /// <summary>Jobs aborted.</summary>
    public long Aborted { get; private set; }

    /// <summary>Jobs refused.</summary>
    public long Refused { get; private set; }

    /// <summary>Misuse events.</summary>
    public long Misuse { get; private set; }

    /// <summary>Times of key-switch barriers.</summary>
    public LatencyHistogram Barrier { get; } = new();

    /// <summary>Times that accepted jobs were held.</summary>
    public LatencyHistogram Stall { get; } = new();

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        switch (happened)
        {
            case JobSubmitted submitted:
                Jobs++;
                Bytes += submitted.Bytes;
                _waitingJobs[submitted.Job] = at;
                break;
            case JobDispatched dispatched when _waitingJobs.Remove(dispatched.Job, out var since):
                Stall.Record(at - since);
                break;
            case JobCompleted:
                Completed++;
                break;
            case JobAborted aborted:
                Aborted++;
                if (_waitingJobs.Remove(aborted.Job, out var heldSince))
                    Stall.Record(at - heldSince);
                break;
            case JobRefused:
                Refused++;
                break;
            case CallMisused:
                Misuse++;
                break;
            case RefreshFinished finished:
                Refreshes++;
                _pendingSwitches[(finished.Session, finished.Epoch)] = at;
                break;
            case KeyNegotiated { Epoch: > 0 } negotiated:
                _pendingSwitches[(negotiated.Session, negotiated.Epoch)] = at;
                break;
            case KeySwitched switched when _pendingSwitches.Remove((switched.Session, switched.Epoch), out var requestedAt):
                Barrier.Record(at - requestedAt);
                break;
        }
    }
}
