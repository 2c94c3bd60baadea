namespace Sim.Hardware.Fences;

/// <summary>
/// A monitored fence: one 64-bit counter that only grows, with one producer and any waiters. A wait for a value ends when the
/// counter is there or beyond; it may be registered long before its signal. The loss of the producer ends every wait. The same
/// shape is Vulkan's timeline semaphore and WDDM's monitored fence.
/// </summary>
/// <param name="waitsMax">Waits that may be registered at a time, at least 1.</param>
/// <typeparam name="TWaiter">What tells one waiter from another.</typeparam>
public sealed class FenceTimeline<TWaiter>(int waitsMax) : IFenceTimeline<TWaiter>
{
    private readonly int _waitsMax = waitsMax >= 1
        ? waitsMax
        : throw new ArgumentOutOfRangeException(nameof(waitsMax), waitsMax, "A fence has room for one wait at least.");

    // By value, and waits for one value in the order in which they came.
    private readonly PriorityQueue<(ulong Value, TWaiter Waiter), (ulong Value, ulong Order)> _waits = new();
    private ulong _order;

    /// <summary>The counter: 0 until the first signal.</summary>
    public ulong Value { get; private set; }

    /// <summary>True when the producer is lost: the counter stays where it is.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Waits that are registered and not answered.</summary>
    public int Waits => _waits.Count;

    /// <inheritdoc/>
    public ulong? Lowest => _waits.TryPeek(out var first, out _) ? first.Value : null;

    /// <inheritdoc/>
    public FenceSignal Signal(ulong value, ICollection<(ulong Value, TWaiter Waiter)> reached)
    {
        ArgumentNullException.ThrowIfNull(reached);
        if (IsLost)
            return FenceSignal.Lost;
        if (value <= Value)
            return FenceSignal.NotAbove;
        Value = value;
        while (_waits.TryPeek(out var first, out _) && first.Value <= value)
            reached.Add(_waits.Dequeue());
        return FenceSignal.Raised;
    }

    /// <inheritdoc/>
    public FenceWait Wait(ulong value, TWaiter waiter)
    {
        if (value <= Value)
            return FenceWait.Reached;
        if (IsLost)
            return FenceWait.Lost;
        if (_waits.Count >= _waitsMax)
            return FenceWait.TooMany;
        _waits.Enqueue((value, waiter), (value, _order++));
        return FenceWait.Registered;
    }

    /// <inheritdoc/>
    public void Lose(ICollection<(ulong Value, TWaiter Waiter)> lost)
    {
        ArgumentNullException.ThrowIfNull(lost);
        IsLost = true;
        while (_waits.TryDequeue(out var wait, out _))
            lost.Add(wait);
    }
}
