using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.ClosedForm;

/// <summary>Measures in a run what formulas foretell. It remembers what is open: jobs that run, barriers, and one switch of each session.</summary>
public sealed class ClosedFormMeter : ITraceListener
{
    private readonly Dictionary<long, TimeSpan> _running = [];
    private readonly Dictionary<(int Session, int Epoch), TimeSpan> _pending = [];
    private readonly Dictionary<int, (int Epoch, TimeSpan At)> _openings = [];
    private TimeSpan _barriers;
    private TimeSpan _oldSlots;
    private long _opened;
    private long _oldSlotsFreed;

    /// <summary>Engine time of all jobs together.</summary>
    public TimeSpan Busy { get; private set; }

    /// <summary>Jobs completed.</summary>
    public long Completed { get; private set; }

    /// <summary>Slots programmed, the first one of each session included.</summary>
    public long Programmings { get; private set; }

    /// <summary>Key switches that opened.</summary>
    public long Switches => _opened;

    /// <summary>Mean time from a Finish to the opening of its barrier; null: there was none.</summary>
    public TimeSpan? MeanBarrier => _opened > 0 ? _barriers / _opened : null;

    /// <summary>Mean time from the opening of a switch until the slot of the old key was free; null: there was none.</summary>
    public TimeSpan? MeanOldSlot => _oldSlotsFreed > 0 ? _oldSlots / _oldSlotsFreed : null;

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        switch (happened)
        {
            case JobStarted started:
                _running[started.Job] = at;
                break;
            case JobCompleted completed:
                Completed++;
                Ran(completed.Job, at);
                break;
            case JobAborted aborted:
                Ran(aborted.Job, at);
                break;
            case RefreshFinished finished:
                _pending[(finished.Session, finished.Epoch)] = at;
                break;
            case KeySwitched switched when _pending.Remove((switched.Session, switched.Epoch), out var since):
                if (switched.Reason == SwitchReason.Refreshed)
                    Opened(switched, at, since);
                break;
            case KeySlotChanged { Change: { Kind: KeySlotDecision.Kinds.Programmed } }:
                Programmings++;
                break;
            case KeySlotChanged { Change: { Kind: KeySlotDecision.Kinds.Zeroed } zeroed }
                when _openings.TryGetValue(zeroed.Session, out var opening) && opening.Epoch == zeroed.Epoch + 1:
                _oldSlots += at - opening.At;
                _oldSlotsFreed++;
                break;
            case SessionClosed closed:
                _openings.Remove(closed.Session);
                break;
        }
    }

    private void Ran(long job, TimeSpan at)
    {
        if (_running.Remove(job, out var since))
            Busy += at - since;
    }

    private void Opened(KeySwitched switched, TimeSpan at, TimeSpan since)
    {
        _barriers += at - since;
        _opened++;
        _openings[switched.Session] = (switched.Epoch, at);
    }
}
