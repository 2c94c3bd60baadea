namespace Sim.Hardware.Resets;

/// <summary>
/// Counts the resets of one adapter, of whichever engine, as WDDM does (TdrLimitCount, TdrLimitTime): it remembers as many as
/// are allowed, and one more within the time ends the device.
/// </summary>
/// <param name="limits">How many, in which time.</param>
public sealed class ResetBudget(ResetLimits limits) : IResetBudget
{
    // Made with the first reset: few engines ever hang.
    private Queue<TimeSpan>? _spent;

    /// <inheritdoc/>
    public bool TrySpend(TimeSpan now)
    {
        _spent ??= new Queue<TimeSpan>();
        while (_spent.TryPeek(out var first) && now - first >= limits.Window)
            _spent.Dequeue();
        if (_spent.Count >= limits.Count)
            return false;
        _spent.Enqueue(now);
        return true;
    }
}
