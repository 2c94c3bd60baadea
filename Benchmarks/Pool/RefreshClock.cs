using Akka.Actor;

namespace Sim.Benchmarks.Pool;

/// <summary>
/// Says when the next refresh is due. Asked after each job and looking at the time after every eighth, it is finer than a
/// timer and costs the load next to nothing. It stands still between two runs, so that a rate is one of working time.
/// </summary>
internal sealed class RefreshClock(ITimeProvider time, int perSecond)
{
    private const uint LookEvery = 8;

    private readonly TimeSpan _period = perSecond == 0 ? TimeSpan.MaxValue : TimeSpan.FromSeconds(1) / perSecond;
    private TimeSpan _due = perSecond == 0 ? TimeSpan.MaxValue : TimeSpan.Zero;
    private TimeSpan _pausedAt;
    private uint _asked;

    /// <summary>True once per period. A load that was held up catches up, so that the rate is what it says.</summary>
    public bool IsDue()
    {
        if (++_asked % LookEvery != 0)
            return false;
        var now = time.HighResMonotonicClock;
        if (now < _due)
            return false;
        _due += _period;
        return true;
    }

    /// <summary>Stops the clock.</summary>
    public void Pause() => _pausedAt = time.HighResMonotonicClock;

    /// <summary>Lets it go on where it stopped.</summary>
    public void Resume()
    {
        if (_due != TimeSpan.MaxValue)
            _due += time.HighResMonotonicClock - _pausedAt;
    }
}
