using Sim.Actors.Tracing;
using Sim.Hardware.Engines;

namespace Sim.Checkers;

/// <summary>
/// A key slot is wiped or given away only after the last job that uses it has ended, and a job is handed out only with a
/// slot that holds its key.
/// </summary>
public sealed class SlotFreedAfterLastUse() : Property(nameof(SlotFreedAfterLastUse), PropertyKind.Always)
{
    private readonly Dictionary<long, int> _slotOfJob = [];
    private readonly Dictionary<int, SlotUse> _slots = [];

    /// <inheritdoc/>
    public override void On(TraceEvent happened)
    {
        switch (happened)
        {
            case JobDispatched { Slot: >= 0 } dispatched:
                Dispatched(dispatched);
                break;
            case JobCompleted completed:
                End(completed.Job);
                break;
            case JobAborted aborted:
                End(aborted.Job);
                break;
            case KeySlotChanged { Change: { Kind: KeySlotDecision.Kinds.Programmed } change }:
                _slots[change.Slot] = Use(change.Slot) with { Key = (change.Session, change.Epoch) };
                break;
            case KeySlotChanged { Change: { Kind: KeySlotDecision.Kinds.Zeroed } change }:
                Zeroed(change);
                break;
        }
    }

    private void Dispatched(JobDispatched dispatched)
    {
        // A job that is handed out again uses one slot still.
        End(dispatched.Job);
        _slotOfJob[dispatched.Job] = dispatched.Slot;
        var use = Use(dispatched.Slot);
        if (use.Key != (dispatched.Session, dispatched.Epoch))
        {
            Violate($"job {dispatched.Job} of session {dispatched.Session}, epoch {dispatched.Epoch}, was handed out " +
                $"with slot {dispatched.Slot}, which does not hold its key");
        }

        _slots[dispatched.Slot] = use with { Jobs = use.Jobs + 1 };
    }

    private void Zeroed(KeySlotDecision change)
    {
        Reach();
        var use = Use(change.Slot);
        if (use.Jobs > 0)
        {
            Violate($"slot {change.Slot} (session {change.Session}, epoch {change.Epoch}) was wiped while {use.Jobs} " +
                "jobs use it");
        }

        _slots[change.Slot] = use with { Key = null };
    }

    private void End(long job)
    {
        if (_slotOfJob.Remove(job, out var slot))
            _slots[slot] = Use(slot) with { Jobs = Use(slot).Jobs - 1 };
    }

    private SlotUse Use(int slot) => _slots.GetValueOrDefault(slot);

    private readonly record struct SlotUse((int Session, int Epoch)? Key, int Jobs);
}
