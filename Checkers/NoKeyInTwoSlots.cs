using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>A key is never in two slots, a slot never holds two keys, and a slot is granted only for the key in it.</summary>
public sealed class NoKeyInTwoSlots() : Property(
    nameof(NoKeyInTwoSlots),
    PropertyKind.Always,
    typeof(KeySlotChanged))
{
    // A key is its epoch and the number of its session: sessions side by side, as the tables like their numbers.
    private readonly NumberTable<int> _slotOfKey = new();
    private readonly NumberTable<long> _keyOfSlot = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        if (happened is not KeySlotChanged { Change: var change })
            return;
        var key = ((long)change.Epoch << 32) | (uint)change.Session;
        switch (change.Kind)
        {
            case KeySlotDecision.Kinds.Programmed:
                Reach();
                Program(key, change);
                break;
            case KeySlotDecision.Kinds.Granted when !_keyOfSlot.TryGet(change.Slot, out var held) || held != key:
                Violate($"{Show(change)} is granted slot {change.Slot}, which does not hold it");
                break;
            case KeySlotDecision.Kinds.Zeroed when _keyOfSlot.Remove(change.Slot, out var wiped):
                if (_slotOfKey.TryGet(wiped, out var slot) && slot == change.Slot)
                    _slotOfKey.Remove(wiped);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _slotOfKey.Clear();
        _keyOfSlot.Clear();
    }

    private void Program(long key, KeySlotDecision change)
    {
        ref var slot = ref _slotOfKey.Add(key, out var isNew);
        if (isNew)
            slot = change.Slot;
        else
            Violate($"{Show(change)} is programmed into slot {change.Slot} and is in slot {slot} already");
        ref var held = ref _keyOfSlot.Add(change.Slot, out isNew);
        if (isNew)
            held = key;
        else
            Violate($"{Show(change)} is programmed into slot {change.Slot}, which was not empty");
    }

    private static string Show(KeySlotDecision change) => $"the key of session {change.Session}, epoch {change.Epoch},";
}
