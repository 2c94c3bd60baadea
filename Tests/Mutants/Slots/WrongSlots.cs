using Sim.Hardware.Engines;

namespace Sim.Tests.Mutants.Slots;

/// <summary>A slot table with something wrong about it: it changes what the right one is told or what it decides.</summary>
/// <param name="right">The right one.</param>
internal abstract class WrongSlots(IKeySlotTable right) : IKeySlotTable
{
    private readonly List<KeySlotDecision> _decided = [];

    public virtual void Acquire(int session, int epoch, ICollection<KeySlotDecision> decisions)
    {
        right.Acquire(session, epoch, _decided);
        Pass(decisions, isAcquire: true);
    }

    public virtual void Release(int session, int epoch, bool retired, ICollection<KeySlotDecision> decisions)
    {
        right.Release(session, epoch, retired, _decided);
        Pass(decisions, isAcquire: false);
    }

    public virtual void Forget(int session, ICollection<KeySlotDecision> decisions)
    {
        right.Forget(session, _decided);
        Pass(decisions, isAcquire: false);
    }

    /// <summary>Puts something in the place of what was decided in one call; the default leaves it.</summary>
    protected virtual IEnumerable<KeySlotDecision> Rewrite(IReadOnlyList<KeySlotDecision> decided, bool isAcquire) => decided;

    private void Pass(ICollection<KeySlotDecision> decisions, bool isAcquire)
    {
        foreach (var decision in Rewrite(_decided, isAcquire))
            decisions.Add(decision);
        _decided.Clear();
    }
}
