using Sim.Hardware.Engines;
using Kinds = Sim.Hardware.Engines.KeySlotDecision.Kinds;

namespace Sim.Tests.Mutants.Slots;

// Who gets which slot.

/// <summary>A key that is in an idle slot is not looked for, but written into another slot.</summary>
internal sealed class ProgramsSecondSlot(IKeySlotTable right, int slots) : WrongSlots(right)
{
    protected override IEnumerable<KeySlotDecision> Rewrite(IReadOnlyList<KeySlotDecision> decided, bool isAcquire)
    {
        if (!isAcquire || decided is not [{ Kind: Kinds.Granted } found])
            return decided;
        var other = (found.Slot + 1) % slots;
        return [found with { Kind = Kinds.Programmed, Slot = other }, found with { Slot = other }];
    }
}

/// <summary>Who finds no idle slot gets the one that was granted last, whoever uses it.</summary>
internal sealed class EvictsReferenced(IKeySlotTable right) : WrongSlots(right)
{
    private KeySlotDecision? _last;

    public override void Acquire(int session, int epoch, ICollection<KeySlotDecision> decisions)
    {
        var last = _last;
        base.Acquire(session, epoch, decisions);
        if (last is { } victim && !decisions.Any(decision => decision.Kind == Kinds.Granted))
            Release(victim.Session, victim.Epoch, retired: true, decisions);
    }

    protected override IEnumerable<KeySlotDecision> Rewrite(IReadOnlyList<KeySlotDecision> decided, bool isAcquire)
    {
        foreach (var decision in decided)
        {
            if (decision.Kind == Kinds.Granted)
                _last = decision;
        }

        return decided;
    }
}

/// <summary>A slot is computed from the key's number, and nobody looks whether it is taken.</summary>
internal sealed class HashesSlots(int slots) : IKeySlotTable
{
    private readonly (int Session, int Epoch)?[] _keys = new (int, int)?[slots];

    public void Acquire(int session, int epoch, ICollection<KeySlotDecision> decisions)
    {
        var slot = SlotOf(session, epoch);
        if (_keys[slot] != (session, epoch))
            decisions.Add(new(Kinds.Programmed, slot, session, epoch));
        _keys[slot] = (session, epoch);
        decisions.Add(new(Kinds.Granted, slot, session, epoch));
    }

    public void Release(int session, int epoch, bool retired, ICollection<KeySlotDecision> decisions)
    {
        var slot = SlotOf(session, epoch);
        if (!retired || _keys[slot] != (session, epoch))
            return;
        _keys[slot] = null;
        decisions.Add(new(Kinds.Zeroed, slot, session, epoch));
    }

    public void Forget(int session, ICollection<KeySlotDecision> decisions)
    {
    }

    private int SlotOf(int session, int epoch) => (session + epoch) % slots;
}

/// <summary>A slot that is given back stays referenced until its epoch is over: it is never idle, so never another's.</summary>
internal sealed class NeverIdles(IKeySlotTable right) : WrongSlots(right)
{
    private readonly Dictionary<(int Session, int Epoch), KeySlotDecision> _granted = [];
    private readonly HashSet<(int Session, int Epoch)> _givenBack = [];

    public override void Acquire(int session, int epoch, ICollection<KeySlotDecision> decisions)
    {
        if (_givenBack.Remove((session, epoch)))
            decisions.Add(_granted[(session, epoch)]);
        else
            base.Acquire(session, epoch, decisions);
    }

    public override void Release(int session, int epoch, bool retired, ICollection<KeySlotDecision> decisions)
    {
        if (retired)
            base.Release(session, epoch, retired, decisions);
        else
            _givenBack.Add((session, epoch));
    }

    protected override IEnumerable<KeySlotDecision> Rewrite(IReadOnlyList<KeySlotDecision> decided, bool isAcquire)
    {
        foreach (var decision in decided)
        {
            if (decision.Kind == Kinds.Granted)
                _granted[(decision.Session, decision.Epoch)] = decision;
        }

        return decided;
    }
}

/// <summary>A session that is gone stays in the line, and is granted a slot that it never gives back.</summary>
internal sealed class ServesTheDead(IKeySlotTable right) : WrongSlots(right)
{
    private readonly Dictionary<int, int> _waiting = [];

    public override void Acquire(int session, int epoch, ICollection<KeySlotDecision> decisions)
    {
        _waiting[session] = epoch;
        base.Acquire(session, epoch, decisions);
    }

    public override void Forget(int session, ICollection<KeySlotDecision> decisions)
    {
        var waits = _waiting.TryGetValue(session, out var epoch);
        base.Forget(session, decisions);
        if (waits)
            Acquire(session, epoch, decisions);
    }

    protected override IEnumerable<KeySlotDecision> Rewrite(IReadOnlyList<KeySlotDecision> decided, bool isAcquire)
    {
        foreach (var decision in decided)
        {
            if (decision.Kind == Kinds.Granted)
                _waiting.Remove(decision.Session);
        }

        return decided;
    }
}
