namespace Sim.Hardware.Sessions;

/// <summary>
/// A rule of the surface that a call broke. The calls return nothing, so the trace is the only witness. Unless the rule
/// says otherwise the call changes nothing.
/// </summary>
public enum Misuse
{
    /// <summary>FinishSessionKeyRefresh without a pending random number.</summary>
    FinishWithoutStart,

    /// <summary>A second StartSessionKeyRefresh: the newest random number replaces the pending one.</summary>
    StartReplacesPending,

    /// <summary>A refresh call before any key was negotiated.</summary>
    NoSessionKey,

    /// <summary>RandomNumberSize is not the size of the session key.</summary>
    RandomNumberSize,

    /// <summary>As many barriers are pending as the session may hold.</summary>
    RefreshLimit,

    /// <summary>A refresh call after the key was lost.</summary>
    KeyLost,

    /// <summary>A call on a closed session.</summary>
    SessionClosed,

    /// <summary>A content-key job's IV is not above the last one used with that key. The job is accepted.</summary>
    IvNotIncreasing,

    /// <summary>A content-key job's block count runs past 2^64. The job is accepted; the count wraps without carry.</summary>
    CounterWrap,
}
