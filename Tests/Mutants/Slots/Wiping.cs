using Sim.Hardware.Engines;
using Kinds = Sim.Hardware.Engines.KeySlotDecision.Kinds;

namespace Sim.Tests.Mutants.Slots;

// What becomes of a slot's old key.

/// <summary>The slot of an epoch that is over is given up with the key in it.</summary>
internal sealed class LeavesRetiredKey(IKeySlotTable right) : WrongSlots(right)
{
    protected override IEnumerable<KeySlotDecision> Rewrite(IReadOnlyList<KeySlotDecision> decided, bool isAcquire) =>
        decided.Where(decision => isAcquire || decision.Kind != Kinds.Zeroed);
}

/// <summary>An idle slot is given to another key without being wiped.</summary>
internal sealed class EvictsUnwiped(IKeySlotTable right) : WrongSlots(right)
{
    protected override IEnumerable<KeySlotDecision> Rewrite(IReadOnlyList<KeySlotDecision> decided, bool isAcquire) =>
        decided.Where(decision => !isAcquire || decision.Kind != Kinds.Zeroed);
}

/// <summary>A slot whose key was evicted is granted without the new key being written into it.</summary>
internal sealed class SkipsProgramming(IKeySlotTable right) : WrongSlots(right)
{
    protected override IEnumerable<KeySlotDecision> Rewrite(IReadOnlyList<KeySlotDecision> decided, bool isAcquire)
    {
        var evicted = isAcquire && decided.Any(decision => decision.Kind == Kinds.Zeroed);
        return decided.Where(decision => !evicted || decision.Kind != Kinds.Programmed);
    }
}
