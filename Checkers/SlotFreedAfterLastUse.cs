using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>
/// A key slot is wiped or given away only after the last job that uses it has ended, and a job is handed out only with a
/// slot that holds its key.
/// </summary>
public sealed class SlotFreedAfterLastUse() : Property(
    nameof(SlotFreedAfterLastUse),
    PropertyKind.Always,
    typeof(JobDispatched),
    typeof(JobCompleted),
    typeof(JobAborted),
    typeof(KeySlotChanged))
{
    private readonly NumberTable<int> _slotOfJob = new();
    private readonly NumberTable<SlotUse> _slots = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
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
                Of(change.Slot).Key = (change.Session, change.Epoch);
                break;
            case KeySlotChanged { Change: { Kind: KeySlotDecision.Kinds.Zeroed } change }:
                Zeroed(change);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _slotOfJob.Clear();
        _slots.Clear();
    }

    private void Dispatched(JobDispatched dispatched)
    {
        ref var slot = ref _slotOfJob.Add(dispatched.Job, out var isNew);
        // A job that is handed out again uses one slot still.
        if (!isNew)
            Of(slot).Jobs--;
        slot = dispatched.Slot;
        ref var use = ref Of(dispatched.Slot);
        use.Jobs++;
        if (use.Key is not { } key || key.Session != dispatched.Session || key.Epoch != dispatched.Epoch)
        {
            Violate($"job {dispatched.Job} of session {dispatched.Session}, epoch {dispatched.Epoch}, was handed out " +
                $"with slot {dispatched.Slot}, which does not hold its key");
        }
    }

    private void Zeroed(KeySlotDecision change)
    {
        Reach();
        ref var use = ref Of(change.Slot);
        use.Key = null;
        if (use.Jobs > 0)
        {
            Violate($"slot {change.Slot} (session {change.Session}, epoch {change.Epoch}) was wiped while {use.Jobs} " +
                "jobs use it");
        }
    }

    private void End(long job)
    {
        if (_slotOfJob.Remove(job, out var slot))
            Of(slot).Jobs--;
    }

    private ref SlotUse Of(int slot) => ref _slots.Add(slot, out _);

    private struct SlotUse
    {
        public (int Session, int Epoch)? Key;
        public int Jobs;
    }
}
