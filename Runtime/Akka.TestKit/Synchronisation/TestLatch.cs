namespace Akka.TestKit;

/// <summary>Lets threads wait until something has happened a number of times.</summary>
public class TestLatch
{
    /// <summary>How long a wait without a time of its own lasts: five seconds.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly Func<TimeSpan, TimeSpan> _dilate;
    private readonly TimeSpan _defaultTimeout;
    private readonly CountdownEvent _latch;

    /// <summary>Creates a latch that opens when it is counted down once.</summary>
    public TestLatch()
        : this(1)
    {
    }

    /// <summary>Creates a latch.</summary>
    /// <param name="count">How often it is counted down until it opens; not negative.</param>
    public TestLatch(int count)
        : this(count, DefaultTimeout)
    {
    }

    /// <summary>Creates a latch.</summary>
    /// <param name="count">How often it is counted down until it opens; not negative.</param>
    /// <param name="defaultTimeout">How long a wait without a time of its own lasts.</param>
    public TestLatch(int count, TimeSpan defaultTimeout)
        : this(static time => time, defaultTimeout, count)
    {
    }

    /// <summary>Creates a latch.</summary>
    /// <param name="dilate">Stretches the times of waits.</param>
    /// <param name="defaultTimeout">How long a wait without a time of its own lasts, before stretching.</param>
    /// <param name="count">How often it is counted down until it opens; not negative.</param>
    protected TestLatch(Func<TimeSpan, TimeSpan> dilate, TimeSpan defaultTimeout, int count)
    {
        ArgumentNullException.ThrowIfNull(dilate);
        _dilate = dilate;
        _defaultTimeout = defaultTimeout;
        _latch = new CountdownEvent(count);
    }

    /// <summary>Whether the latch is open.</summary>
    public bool IsOpen => _latch.IsSet;

    internal static TestLatch Dilated(Func<TimeSpan, TimeSpan> dilate, int count) => new(dilate, DefaultTimeout, count);

    /// <summary>Counts down.</summary>
    /// <exception cref="InvalidOperationException">The latch is already open.</exception>
    public void CountDown() => _latch.Signal();

    /// <summary>Opens the latch, whatever its count.</summary>
    public void Open()
    {
        while (!_latch.IsSet)
        {
            var left = _latch.CurrentCount;
            if (left > 0) _latch.Signal(left);
        }
    }

    /// <summary>Closes the latch again, with the count that it was created with.</summary>
    public void Reset() => _latch.Reset();

    /// <summary>Waits until the latch is open.</summary>
    /// <param name="timeout">How long at most, before stretching.</param>
    /// <exception cref="ArgumentException">The time is infinite, or negative.</exception>
    /// <exception cref="TimeoutException">It did not open in time.</exception>
    public void Ready(TimeSpan timeout)
    {
        if (timeout < TimeSpan.Zero) throw new ArgumentException($"Cannot wait for {timeout}: it is infinite or negative.", nameof(timeout));
        var limit = _dilate(timeout);
        if (!_latch.Wait(limit))
            throw new TimeoutException($"The latch did not open within {ExpectationReport.Describe(limit)}; {_latch.CurrentCount} to go.");
    }

    /// <summary>Waits until the latch is open, for the default time.</summary>
    /// <exception cref="TimeoutException">It did not open in time.</exception>
    public void Ready() => Ready(_defaultTimeout);
}
