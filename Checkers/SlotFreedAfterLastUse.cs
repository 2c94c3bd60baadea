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
    private readonly NumberTable<SlotUse> _slots = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case KeySlotChanged { Change: { Kind: KeySlotDecision.Kinds.Programmed } change }:
                Of(change.Slot).Key = (change.Session, change.Epoch);
                break;
            case KeySlotChanged { Change: { Kind: KeySlotDecision.Kinds.Zeroed } change }:
                Zeroed(change);
                break;
        }
    }

    /// <inheritdoc/>
    internal override void Judge(JobDispatched dispatched, OpenJob job, OpenSession session)
    {
        if (dispatched.Slot >= 0)
            Dispatched(dispatched, job);
    }

    /// <inheritdoc/>
    internal override void Judge(JobCompleted completed, OpenJob? job, OpenSession session) => End(job);

    /// <inheritdoc/>
    internal override void Judge(JobAborted aborted, OpenJob? job, OpenSession session) => End(job);

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _slots.Clear();
    }

    private void Dispatched(JobDispatched dispatched, OpenJob job)
    {
        // A job that is handed out again uses one slot still.
        End(job);
        job.Slot = dispatched.Slot;
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

    private void End(OpenJob? job)
    {
        if (job is { Slot: not OpenJob.NoSlot })
            Of(job.Slot).Jobs--;
    }

    private ref SlotUse Of(int slot) => ref _slots.Add(slot, out _);

    private struct SlotUse
    {
        public (int Session, int Epoch)? Key;
        public int Jobs;
    }
}
