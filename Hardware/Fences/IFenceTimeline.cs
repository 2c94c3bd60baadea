namespace Sim.Hardware.Fences;

/// <summary>The waiters' end of a fence: who waits for which value of a counter that only grows.</summary>
/// <typeparam name="TWaiter">What tells one waiter from another.</typeparam>
public interface IFenceTimeline<TWaiter>
{
    /// <summary>The lowest value that is waited for; null when nobody waits.</summary>
    ulong? Lowest { get; }

    /// <summary>The producer raises the counter.</summary>
    /// <param name="value">The new value.</param>
    /// <param name="reached">Receives the waits that end, lowest value first, and in their own order where values are equal.</param>
    FenceSignal Signal(ulong value, ICollection<(ulong Value, TWaiter Waiter)> reached);

    /// <summary>Somebody waits until the counter is at a value or beyond. Who waits twice is answered twice.</summary>
    /// <param name="value">The value; 0 is always reached.</param>
    /// <param name="waiter">Who.</param>
    FenceWait Wait(ulong value, TWaiter waiter);

    /// <summary>The producer is gone, for good. Calling it again changes nothing.</summary>
    /// <param name="lost">Receives the waits that end without their value, in the order of <see cref="Signal"/>.</param>
    void Lose(ICollection<(ulong Value, TWaiter Waiter)> lost);
}
