using System.Runtime.CompilerServices;

namespace Sim.Hardware.Sessions;

/// <summary>
/// Old and new key side by side, each in a slot of the device. A key switch opens as soon as everything before it has gone
/// on; new jobs use a fresh slot at once. Only unfinished jobs keep a slot referenced, and jobs wait, in order, only while
/// the device has no slot to give: then also the jobs of a session whose slot another one waits for. Price: a second slot during a switch.
/// </summary>
/// <param name="capacity">Most entries that can be held at once.</param>
public sealed class SlotsPolicy(int capacity) : IKeySwitchPolicy
{
    private RefreshBarrier _barrier = new(capacity);
    private EpochTable<Lease> _leases = new();
    private int _epoch;
    private bool _asking;
    private bool _over;

    /// <inheritdoc/>
    public void Accepted(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        if (LetsGoOn(job, decisions, out var slot))
            decisions.Add(KeySwitchDecision.Release(job, slot));
    }

    /// <inheritdoc/>
    public bool LetsGoOn(LatchedJob job, ICollection<KeySwitchDecision> decisions, out int slot)
    {
        slot = -1;
        if (_barrier.IsOpen && TryReference(job, decisions, out slot))
            return true;
        _barrier.Hold(job);
        return false;
    }

    /// <inheritdoc/>
    public void Accepted(KeySwitch keySwitch, ICollection<KeySwitchDecision> decisions)
    {
        // Who is ahead of it waits for a slot, and a key switch brings none.
        if (_barrier.IsOpen)
            Open(keySwitch, decisions);
        else
            _barrier.Hold(keySwitch);
    }

    /// <inheritdoc/>
    public void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        ref var lease = ref _leases.Find(job.Epoch);
        if (lease.References > 1)
        {
            lease.References--;
            return;
        }

        EndLast(job.Epoch, decisions);
    }

    /// <inheritdoc/>
    public void Wanted(int epoch, ICollection<KeySwitchDecision> decisions)
    {
        ref var lease = ref _leases.Find(epoch);
        if (!Unsafe.IsNullRef(ref lease))
            lease.IsWanted = true;
    }

    /// <inheritdoc/>
    public void Granted(int epoch, int slot, ICollection<KeySwitchDecision> decisions)
    {
        _asking = false;
        _leases.Add(epoch, new Lease { Slot = slot });
        Advance(decisions);
        // The jobs that wanted the slot may have been given up while the device was asked.
        ref var lease = ref _leases.Find(epoch);
        if (!Unsafe.IsNullRef(ref lease) && lease.References == 0)
            Unreference(epoch, decisions);
    }

    /// <inheritdoc/>
    public void Abandon(ICollection<KeySwitchDecision> decisions)
    {
        _over = true;
        _barrier.Abandon(decisions);
        if (!_leases.Contains(_epoch))
            decisions.Add(KeySwitchDecision.Unreference(_epoch, retired: true));
    }

    // The last job that referenced the slot of its epoch.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EndLast(int epoch, ICollection<KeySwitchDecision> decisions)
    {
        Unreference(epoch, decisions);
        Advance(decisions);
    }

    private void Advance(ICollection<KeySwitchDecision> decisions)
    {
        while (_barrier.TryPeek(out var job, out var keySwitch))
        {
            if (job is null)
                Open(keySwitch, decisions);
            else if (TryReference(job, decisions, out var slot))
                decisions.Add(KeySwitchDecision.Release(job, slot));
            else
                return;
            _barrier.Pop();
        }
    }

    private bool TryReference(LatchedJob job, ICollection<KeySwitchDecision> decisions, out int slot)
    {
        slot = -1;
        ref var lease = ref _leases.Find(job.Epoch);
        if (Unsafe.IsNullRef(ref lease))
        {
            if (!_asking)
                decisions.Add(KeySwitchDecision.Acquire(job.Epoch));
            _asking = true;
            return false;
        }

        // A slot that somebody waits for takes no new jobs; it is asked for again when it has been given back.
        if (lease.IsWanted)
            return false;
        lease.References++;
        slot = lease.Slot;
        return true;
    }

    private void Open(KeySwitch keySwitch, ICollection<KeySwitchDecision> decisions)
    {
        var retired = _epoch;
        _epoch = keySwitch.Epoch;
        decisions.Add(KeySwitchDecision.Open(keySwitch));
        // An idle slot may still hold the old key; a referenced one is given back by its last job.
        if (!_leases.Contains(retired))
            decisions.Add(KeySwitchDecision.Unreference(retired, retired: true));
    }

    private void Unreference(int epoch, ICollection<KeySwitchDecision> decisions)
    {
        _leases.Remove(epoch);
        decisions.Add(KeySwitchDecision.Unreference(epoch, retired: _over || epoch < _epoch));
    }

    private struct Lease
    {
        public int Slot;
        public int References;
        public bool IsWanted;
    }
}
