using Sim.Hardware.Crypto;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

/// <summary>
/// When a client refreshes. By jobs: it asks for the random number half-way, so that it is at hand when the Finish is due
/// and the client need not pause. By time: it asks when the time has come, and the Finish is due when the number is there.
/// </summary>
/// <param name="spec">When and how; null: never.</param>
/// <param name="firstAt">By time: when the first refresh is due.</param>
public sealed class RefreshPace(RefreshSpec? spec, TimeSpan firstAt = default)
{
    private Stage _stage;
    private TimeSpan _dueAt = firstAt;
    private int _jobs;
    private int _chained;
    private int _unanswered;
    private SessionKeyNonce? _nonce;

    private enum Stage
    {
        Idle,
        Begun,
        Started,
    }

    /// <summary>True when the next job belongs behind a Finish.</summary>
    public bool FinishDue => spec is not null
        && (_chained > 0 || (spec.EveryJobs is { } every ? _jobs >= every : HasNumber));

    /// <summary>FinishSessionKeyRefresh calls that each refresh makes.</summary>
    public int FinishCalls => spec?.Finishes ?? 0;

    /// <summary>When time alone makes a refresh due; null when it does not.</summary>
    public TimeSpan? NextAt => spec?.EveryTime is not null && _stage == Stage.Idle ? _dueAt : null;

    private bool HasNumber => _stage == Stage.Started && _unanswered == 0;

    /// <summary>A job was submitted.</summary>
    public void Submitted() => _jobs++;

    /// <summary>StartSessionKeyRefresh calls to make now: those of one refresh, once, and again after a refusal.</summary>
    /// <param name="elapsed">Time since the start of the load; means nothing to a pace by jobs.</param>
    public int TakeStarts(TimeSpan elapsed)
    {
        if (spec is null)
            return 0;
        if (_stage == Stage.Idle && IsDue(elapsed))
            _stage = Stage.Begun;
        if (_stage != Stage.Begun)
            return 0;
        _stage = Stage.Started;
        return _unanswered = spec.Starts;
    }

    /// <summary>A Start was refused. When all of them were, they are to be called again later.</summary>
    public void Refused()
    {
        if (--_unanswered == 0 && _nonce is null)
            _stage = Stage.Begun;
    }

    /// <summary>A random number came; the last one counts.</summary>
    public void Started(SessionKeyNonce nonce)
    {
        _unanswered--;
        _nonce = nonce;
    }

    /// <summary>Ends a refresh whose Finish is due, if every Start was answered. The client then makes its Finish calls.</summary>
    /// <param name="nonce">What the session key changes by; null when it does not, for want of a Start or of a Finish.</param>
    public bool TryFinish(out SessionKeyNonce? nonce)
    {
        nonce = null;
        if (spec is null || !FinishDue || !HasNumber)
            return false;
        if (spec.Finishes > 0)
            nonce = _nonce;
        _nonce = null;
        _chained = (_chained + 1) % spec.Chain;
        _stage = _chained > 0 ? Stage.Begun : Stage.Idle;
        _jobs = 0;
        return true;
    }

    // What was missed while a refresh took long is not caught up on: the next one is due on the grid of the first.
    private bool IsDue(TimeSpan elapsed)
    {
        if (spec!.EveryJobs is { } every)
            return _jobs >= (every + 1) / 2;
        if (spec.EveryTime is not { } interval || elapsed < _dueAt)
            return false;
        _dueAt += ((elapsed - _dueAt).Ticks / interval.Ticks + 1) * interval;
        return true;
    }
}
