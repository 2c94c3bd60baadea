namespace Sim.Hardware.Resets;

/// <summary>
/// Counts the resets of one adapter, of whichever engine, as WDDM does (TdrLimitCount, TdrLimitTime): it remembers as many as
/// are allowed, and one more within the time ends the device.
/// </summary>
/// <param name="limits">How many, in which time.</param>
public sealed class ResetBudget(ResetLimits limits) : IResetBudget
{
    private readonly Queue<TimeSpan> _spent = new();

    /// <inheritdoc/>
    public bool TrySpend(TimeSpan now)
    {
        while (_spent.TryPeek(out var first) && now - first >= limits.Window)
            _spent.Dequeue();
        if (_spent.Count >= limits.Count)
            return false;
        _spent.Enqueue(now);
        return true;
    }
}
