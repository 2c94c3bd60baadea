namespace Akka.TestKit;

/// <summary>Lets a number of threads wait for one another, again and again.</summary>
public class TestBarrier
{
    /// <summary>How long a wait without a time of its own lasts: five seconds.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly TestKitBase _testKit;
    private readonly int _count;
    private readonly TimeSpan _defaultTimeout;
    private volatile Barrier _barrier;

    /// <summary>Creates a barrier.</summary>
    /// <param name="testKit">The kit whose time factor stretches the waits.</param>
    /// <param name="count">How many threads meet at it; above zero.</param>
    /// <param name="defaultTimeout">How long a wait without a time of its own lasts; null for five seconds.</param>
    public TestBarrier(TestKitBase testKit, int count, TimeSpan? defaultTimeout = null)
    {
        ArgumentNullException.ThrowIfNull(testKit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        _testKit = testKit;
        _count = count;
        _defaultTimeout = defaultTimeout ?? DefaultTimeout;
        _barrier = new Barrier(count);
    }

    /// <summary>Waits for the other threads, for the default time.</summary>
    /// <exception cref="TimeoutException">They did not come in time.</exception>
    public void Await() => Await(_defaultTimeout);

    /// <summary>Waits for the other threads.</summary>
    /// <param name="timeout">How long at most, before stretching.</param>
    /// <exception cref="TimeoutException">They did not come in time.</exception>
    public void Await(TimeSpan timeout)
    {
        var limit = _testKit.Dilated(timeout);
        if (!_barrier.SignalAndWait(limit))
            throw new TimeoutException($"Not all {_count} threads came to the barrier within {ExpectationReport.Describe(limit)}.");
    }

    /// <summary>Begins anew, with no thread at the barrier. Threads that wait at it go on waiting among themselves.</summary>
    public void Reset() => _barrier = new Barrier(_count);
}
