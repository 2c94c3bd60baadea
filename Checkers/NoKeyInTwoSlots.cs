using Sim.Actors.Tracing;
using Sim.Hardware.Engines;

namespace Sim.Checkers;

/// <summary>A key is never in two slots, a slot never holds two keys, and a slot is granted only for the key in it.</summary>
public sealed class NoKeyInTwoSlots() : Property(
    nameof(NoKeyInTwoSlots),
    PropertyKind.Always,
    typeof(KeySlotChanged))
{
    private readonly Dictionary<(int Session, int Epoch), int> _slotOfKey = [];
    private readonly Dictionary<int, (int Session, int Epoch)> _keyOfSlot = [];

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        if (happened is not KeySlotChanged { Change: var change })
            return;
        var key = (change.Session, change.Epoch);
        switch (change.Kind)
        {
            case KeySlotDecision.Kinds.Programmed:
                Reach();
                if (!_slotOfKey.TryAdd(key, change.Slot))
                    Violate($"{Show(change)} is programmed into slot {change.Slot} and is in slot {_slotOfKey[key]} already");
                if (!_keyOfSlot.TryAdd(change.Slot, key))
                    Violate($"{Show(change)} is programmed into slot {change.Slot}, which was not empty");
                break;
            case KeySlotDecision.Kinds.Granted when !_keyOfSlot.TryGetValue(change.Slot, out var held) || held != key:
                Violate($"{Show(change)} is granted slot {change.Slot}, which does not hold it");
                break;
            case KeySlotDecision.Kinds.Zeroed when _keyOfSlot.Remove(change.Slot, out var wiped):
                if (_slotOfKey.GetValueOrDefault(wiped, -1) == change.Slot)
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

    private static string Show(KeySlotDecision change) => $"the key of session {change.Session}, epoch {change.Epoch},";
}
