namespace Sim.Hardware.Sessions;

/// <summary>
/// One key per session in the hardware. Behind a key switch everything is held in order until no job of the session is in
/// flight; then the switch takes place and the jobs up to the next switch go on.
/// Price: the old-epoch work that is still queued or running.
/// </summary>
/// <param name="capacity">Most entries that can be held at once.</param>
public sealed class DrainPolicy(int capacity) : IKeySwitchPolicy
{
    private RefreshBarrier _barrier = new(capacity);
    private int _inFlight;

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
        if (_barrier.IsOpen)
        {
            _inFlight++;
            return true;
        }

        _barrier.Hold(job);
        return false;
    }

    /// <inheritdoc/>
    public void Accepted(KeySwitch keySwitch, ICollection<KeySwitchDecision> decisions)
    {
        _barrier.Hold(keySwitch);
        Advance(decisions);
    }

    /// <inheritdoc/>
    public void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        _inFlight--;
        Advance(decisions);
    }

    /// <inheritdoc/>
    public void Abandon(ICollection<KeySwitchDecision> decisions) => _barrier.Abandon(decisions);

    private void Advance(ICollection<KeySwitchDecision> decisions)
    {
        while (_barrier.TryPeek(out var job, out var keySwitch))
        {
            if (job is null && _inFlight > 0)
                return;
            _barrier.Pop();
            if (job is null)
                decisions.Add(KeySwitchDecision.Open(keySwitch));
            else
                Release(job, decisions);
        }
    }

    private void Release(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        _inFlight++;
        decisions.Add(KeySwitchDecision.Release(job));
    }
}
