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
    private readonly NumberTable<int> _slotOfKey = new();

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
                Reach();
                Program(change, slot);
                break;
            case KeySlotDecision.Kinds.Granted when !slot.IsTaken || slot.Key != OpenSlot.KeyOf(change.Session, change.Epoch):
                Violate($"{Show(change)} is granted slot {change.Slot}, which does not hold it");
                break;
            case KeySlotDecision.Kinds.Zeroed when slot.IsTaken:
                slot.IsTaken = false;
                // It may be in another one, too.
                if (_slotOfKey.Remove(slot.Key, out var at) && at != change.Slot)
                    _slotOfKey.Set(slot.Key, at);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _slotOfKey.Clear();
    }

    private void Program(in KeySlotDecision change, OpenSlot slot)
    {
        var key = OpenSlot.KeyOf(change.Session, change.Epoch);
        ref var at = ref _slotOfKey.Add(key, out var isNew);
        if (isNew)
            at = change.Slot;
        else
            Violate($"{Show(change)} is programmed into slot {change.Slot} and is in slot {at} already");
        if (slot.IsTaken)
            Violate($"{Show(change)} is programmed into slot {change.Slot}, which was not empty");
        else
            (slot.IsTaken, slot.Key) = (true, key);
    }

    private static string Show(in KeySlotDecision change) => $"the key of session {change.Session}, epoch {change.Epoch},";
}
