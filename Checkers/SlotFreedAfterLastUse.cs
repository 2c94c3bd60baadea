using Sim.Actors.Tracing;
using Sim.Hardware.Engines;

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
    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
    }

    /// <inheritdoc/>
    internal override void Judge(in KeySlotDecision change, OpenSlot slot)
    {
        switch (change.Kind)
        {
            case KeySlotDecision.Kinds.Programmed:
                (slot.Use.IsTaken, slot.Use.Session, slot.Use.Epoch) = (true, change.Session, change.Epoch);
                break;
            case KeySlotDecision.Kinds.Zeroed:
                Reach();
                slot.Use.IsTaken = false;
                if (slot.Use.Jobs > 0)
                    ViolateBy(change, slot.Use.Jobs);
                break;
        }
    }

    /// <inheritdoc/>
    internal override void Judge(in Dispatch dispatched, OpenJob job, OpenSession session)
    {
        if (dispatched.Slot < 0)
            return;
        // A job that is handed out again uses one slot still.
        End(job);
        var slot = Docket.SlotOf(dispatched.Slot);
        job.Slot = slot;
        slot.Use.Jobs++;
        if (!slot.Use.IsTaken || slot.Use.Session != dispatched.Session || slot.Use.Epoch != dispatched.Epoch)
            ViolateBy(dispatched);
    }

    /// <inheritdoc/>
    internal override void Judge(in Completion completed, OpenJob? job, OpenSession session) => End(job);

    /// <inheritdoc/>
    internal override void Judge(JobAborted aborted, OpenJob? job, OpenSession session) => End(job);

    private void ViolateBy(in Dispatch dispatched) =>
        Violate($"job {dispatched.Job} of session {dispatched.Session}, epoch {dispatched.Epoch}, was handed out " +
            $"with slot {dispatched.Slot}, which does not hold its key");

    private void ViolateBy(in KeySlotDecision change, int jobs) =>
        Violate($"slot {change.Slot} (session {change.Session}, epoch {change.Epoch}) was wiped while {jobs} jobs use it");

    private static void End(OpenJob? job)
    {
        if (job?.Slot is { } slot)
            slot.Use.Jobs--;
    }

    // The key in a slot, if one is, and how many jobs use it.
    internal struct SlotUse
    {
        public bool IsTaken;
        public int Session;
        public int Epoch;
        public int Jobs;
    }
}
