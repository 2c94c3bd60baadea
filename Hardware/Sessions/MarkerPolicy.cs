namespace Sim.Hardware.Sessions;

/// <summary>
/// One key register per session in each engine. A key switch puts one marker behind the session's jobs into each engine's
/// queue, and an engine switches its register when it meets the marker; jobs go on at once, before and behind it. The
/// barrier opens when every engine has answered for its epoch; one that has stopped for good counts as having answered.
/// Price: one message per engine, and a strict order of each engine's queue.
/// </summary>
/// <param name="capacity">Most key switches that can be pending at once.</param>
/// <param name="engines">Number of engines in the pool, 1 to 64.</param>
public sealed class MarkerPolicy(int capacity, int engines) : IKeySwitchPolicy
{
    private readonly List<Pending> _pending = [];
    private ulong _serving = ulong.MaxValue >> (64 - engines);

    /// <inheritdoc/>
    public void Began(ICollection<KeySwitchDecision> decisions) => decisions.Add(KeySwitchDecision.Mark(epoch: 0));

    /// <inheritdoc/>
    public void Accepted(LatchedJob job, ICollection<KeySwitchDecision> decisions) =>
        decisions.Add(KeySwitchDecision.Release(job));

    /// <inheritdoc/>
    public bool LetsGoOn(LatchedJob job, ICollection<KeySwitchDecision> decisions, out int slot)
    {
        slot = -1;
        return true;
    }

    /// <inheritdoc/>
    public void Accepted(KeySwitch keySwitch, ICollection<KeySwitchDecision> decisions)
    {
        if (_pending.Count >= capacity)
            throw new InvalidOperationException($"As many key switches are pending as there may be ({capacity}).");
        _pending.Add(new Pending(keySwitch, _serving));
        decisions.Add(KeySwitchDecision.Mark(keySwitch.Epoch));
        Open(decisions);
    }

    /// <inheritdoc/>
    public void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
    }

    /// <inheritdoc/>
    public void MarkerMet(int epoch, int engine, ICollection<KeySwitchDecision> decisions)
    {
        for (var i = 0; i < _pending.Count; i++)
        {
            if (_pending[i].KeySwitch.Epoch == epoch)
                _pending[i] = _pending[i].Without(engine);
        }

        Open(decisions);
    }

    /// <inheritdoc/>
    public void Lost(int engine, ICollection<KeySwitchDecision> decisions)
    {
        _serving &= ~(1UL << engine);
        for (var i = 0; i < _pending.Count; i++)
            _pending[i] = _pending[i].Without(engine);
        Open(decisions);
    }

    /// <inheritdoc/>
    public void Abandon(ICollection<KeySwitchDecision> decisions)
    {
        foreach (var pending in _pending)
            decisions.Add(KeySwitchDecision.Drop(pending.KeySwitch));
        _pending.Clear();
        decisions.Add(KeySwitchDecision.Unmark());
    }

    // Each engine answers in the order of its queue, so an epoch is never complete before the one ahead of it.
    private void Open(ICollection<KeySwitchDecision> decisions)
    {
        while (_pending is [{ Unanswered: 0 } first, ..])
        {
            _pending.RemoveAt(0);
            decisions.Add(KeySwitchDecision.Open(first.KeySwitch));
        }
    }

    private readonly record struct Pending(KeySwitch KeySwitch, ulong Unanswered)
    {
        public Pending Without(int engine) => this with { Unanswered = Unanswered & ~(1UL << engine) };
    }
}
