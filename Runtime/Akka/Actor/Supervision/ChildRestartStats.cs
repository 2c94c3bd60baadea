namespace Akka.Actor;

/// <summary>How often a child was restarted within its current window.</summary>
/// <param name="child">The child.</param>
public sealed class ChildRestartStats(IInternalActorRef child)
{
    private TimeSpan? _windowStart;

    /// <summary>The child.</summary>
    public IInternalActorRef Child { get; } = child;

    /// <summary>The id of the child's incarnation.</summary>
    public long Uid => Child.Path.Uid;

    /// <summary>The restarts counted so far in the current window.</summary>
    public int MaxNrOfRetriesCount { get; private set; }

    /// <summary>Counts a restart and tells whether it is still allowed.</summary>
    /// <param name="maxNrOfRetries">The most restarts in a window; negative for no bound.</param>
    /// <param name="withinTimeMilliseconds">The length of a window; zero or less for a window without end.</param>
    /// <returns>False when the bound is exceeded.</returns>
    public bool RequestRestartPermission(int maxNrOfRetries, int withinTimeMilliseconds)
    {
        if (maxNrOfRetries == 0) return false;
        if (withinTimeMilliseconds <= 0)
        {
            if (maxNrOfRetries < 0) return true;
            return ++MaxNrOfRetriesCount <= maxNrOfRetries;
        }

        // A window without a number of retries allows one restart in it.
        var retries = maxNrOfRetries < 0 ? 1 : maxNrOfRetries;
        var now = Now();
        _windowStart ??= now;
        if (now - _windowStart > TimeSpan.FromMilliseconds(withinTimeMilliseconds))
        {
            MaxNrOfRetriesCount = 1;
            _windowStart = now;
            return true;
        }

        return ++MaxNrOfRetriesCount <= retries;
    }

    // The system's scheduler keeps the time, so that a window passes in virtual time as well.
    private TimeSpan Now() => ((ActorCell)Child).System.Scheduler.MonotonicClock;
}
