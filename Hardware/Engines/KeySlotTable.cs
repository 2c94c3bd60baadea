namespace Sim.Hardware.Engines;

/// <summary>
/// The key slots of a device, after Linux's blk-crypto profile: few slots, a key never in two of them, a slot is
/// referenced while jobs need it, idle slots keep their key until they are evicted (oldest first), and who finds no slot
/// waits in order. For each that waits, one slot is asked back, the one granted longest ago first, so that a session that
/// is never idle cannot keep others waiting for good. A session asks for one slot at a time, so the waiting line is as
/// long as there are sessions at most.
/// </summary>
public sealed class KeySlotTable : IKeySlotTable
{
    private const int AtFirst = 4;

    private readonly int _size;

    // As many as were needed so far, up to all of them; those behind are empty.
    private Slot[] _slots;
    private long _clock;

    // Made when they are needed: on most devices nobody waits.
    private LinkedList<Key>? _waiting;
    private Dictionary<int, LinkedListNode<Key>>? _waitingBySession;

    /// <summary>Makes an empty table.</summary>
    /// <param name="slots">Number of slots, at least 1.</param>
    public KeySlotTable(int slots)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slots, 1);
        _size = slots;
        _slots = new Slot[Math.Min(slots, AtFirst)];
    }

    /// <summary>Sessions that wait for a slot.</summary>
    public int Waiting => _waiting?.Count ?? 0;

    /// <summary>Slots that unfinished jobs need.</summary>
    public int Referenced => _slots.Count(slot => slot.State == SlotState.Referenced);

    /// <inheritdoc/>
    public void Acquire(int session, int epoch, ICollection<KeySlotDecision> decisions)
    {
        var key = new Key(session, epoch);
        var slot = Find(key);
        if (slot >= 0 && _slots[slot].State == SlotState.Referenced)
            throw new InvalidOperationException($"Session {session} holds the slot of epoch {epoch} already.");
        if (_waitingBySession?.ContainsKey(session) == true)
            throw new InvalidOperationException($"Session {session} waits for a slot already.");
        if (slot < 0)
            slot = Vacate(decisions);
        if (slot < 0)
        {
            (_waitingBySession ??= []).Add(session, (_waiting ??= []).AddLast(key));
            AskBack(decisions);
        }
        else
        {
            Grant(slot, key, decisions);
        }
    }

    /// <inheritdoc/>
    public void Release(int session, int epoch, bool retired, ICollection<KeySlotDecision> decisions)
    {
        var slot = Find(new Key(session, epoch));
        if (slot < 0)
            return;
        if (retired)
        {
            Zero(slot, decisions);
        }
        else if (_slots[slot].State == SlotState.Referenced)
        {
            _slots[slot] = _slots[slot] with { State = SlotState.Idle, Since = ++_clock, IsWanted = false };
            decisions.Add(new(KeySlotDecision.Kinds.Idled, slot, session, epoch));
        }

        ServeWaiting(decisions);
    }

    /// <inheritdoc/>
    public void Forget(int session, ICollection<KeySlotDecision> decisions)
    {
        if (_waitingBySession is not null && _waitingBySession.Remove(session, out var waiting))
            _waiting!.Remove(waiting);

        for (var slot = 0; slot < _slots.Length; slot++)
        {
            if (_slots[slot].State != SlotState.Empty && _slots[slot].Key.Session == session)
                Zero(slot, decisions);
        }

        ServeWaiting(decisions);
    }

    private void ServeWaiting(ICollection<KeySlotDecision> decisions)
    {
        while (_waiting?.First is { } next)
        {
            var slot = Find(next.Value);
            if (slot < 0)
                slot = Vacate(decisions);
            if (slot < 0)
            {
                AskBack(decisions);
                return;
            }

            _waiting.RemoveFirst();
            _waitingBySession!.Remove(next.Value.Session);
            Grant(slot, next.Value, decisions);
        }
    }

    private void Grant(int slot, Key key, ICollection<KeySlotDecision> decisions)
    {
        if (_slots[slot].State == SlotState.Empty)
            decisions.Add(new(KeySlotDecision.Kinds.Programmed, slot, key.Session, key.Epoch));
        _slots[slot] = new Slot(++_clock, key, SlotState.Referenced, IsWanted: false);
        decisions.Add(new(KeySlotDecision.Kinds.Granted, slot, key.Session, key.Epoch));
    }

    // An empty slot, else the one that has been idle longest, wiped; -1 when every slot is referenced.
    private int Vacate(ICollection<KeySlotDecision> decisions)
    {
        var oldest = -1;
        for (var slot = 0; slot < _slots.Length; slot++)
        {
            if (_slots[slot].State == SlotState.Empty)
                return slot;
            if (_slots[slot].State == SlotState.Idle && (oldest < 0 || _slots[slot].Since < _slots[oldest].Since))
                oldest = slot;
        }

        if (_slots.Length < _size)
        {
            var next = _slots.Length;
            Array.Resize(ref _slots, (int)Math.Min(_size, next * 2L));
            return next;
        }

        if (oldest >= 0)
            Zero(oldest, decisions);
        return oldest;
    }

    // As many slots as sessions wait, the ones granted longest ago first.
    private void AskBack(ICollection<KeySlotDecision> decisions)
    {
        for (var asked = _slots.Count(slot => slot.IsWanted); asked < Math.Min(Waiting, _size); asked++)
        {
            var oldest = -1;
            for (var slot = 0; slot < _slots.Length; slot++)
            {
                if (!_slots[slot].IsWanted && (oldest < 0 || _slots[slot].Since < _slots[oldest].Since))
                    oldest = slot;
            }

            var key = _slots[oldest].Key;
            _slots[oldest] = _slots[oldest] with { IsWanted = true };
            decisions.Add(new(KeySlotDecision.Kinds.Wanted, oldest, key.Session, key.Epoch));
        }
    }

    private void Zero(int slot, ICollection<KeySlotDecision> decisions)
    {
        var key = _slots[slot].Key;
        _slots[slot] = default;
        decisions.Add(new(KeySlotDecision.Kinds.Zeroed, slot, key.Session, key.Epoch));
    }

    private int Find(Key key)
    {
        for (var slot = 0; slot < _slots.Length; slot++)
        {
            if (_slots[slot].State != SlotState.Empty && _slots[slot].Key == key)
                return slot;
        }

        return -1;
    }

    private enum SlotState
    {
        Empty,
        Idle,
        Referenced,
    }

    private readonly record struct Key(int Session, int Epoch);

    // Since: when the slot was granted or became idle, in steps of the table's own clock.
    private readonly record struct Slot(long Since, Key Key, SlotState State, bool IsWanted);
}
