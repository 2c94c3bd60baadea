namespace Sim.Hardware.Choices;

/// <summary>7.1: FinishSessionKeyRefresh without a pending random number.</summary>
public enum FinishWithoutStart
{
    /// <summary>No key change; a violation is counted.</summary>
    CountViolation,

    /// <summary>No key change, and nothing is said.</summary>
    Ignore,
}

/// <summary>7.2: a second StartSessionKeyRefresh before the Finish.</summary>
public enum SecondStart
{
    /// <summary>The newest random number replaces the pending one.</summary>
    NewestReplaces,

    /// <summary>The first stays; the second call is a violation.</summary>
    FirstStays,
}

/// <summary>7.3: a refresh call before any session key.</summary>
public enum RefreshWithoutKey
{
    /// <summary>The runtime refuses; the driver never sees it.</summary>
    RejectInRuntime,

    /// <summary>The driver sees it, and does nothing.</summary>
    Forward,
}

/// <summary>7.4: RandomNumberSize is not the size of the session key.</summary>
public enum RandomNumberSize
{
    /// <summary>Refuse, change nothing.</summary>
    Reject,

    /// <summary>Go on, and write as much of the number as fits.</summary>
    WritePrefix,
}

/// <summary>7.5: when a key is bound to work.</summary>
public enum KeyLatch
{
    /// <summary>At the call.</summary>
    AtCall,

    /// <summary>When the work starts. It breaks the order of a refresh.</summary>
    AtExecution,
}

/// <summary>7.6: a refresh while a frame is open.</summary>
public enum MidFrameRefresh
{
    /// <summary>A content key stays for the frame; buffers under the session key latch it at each submission.</summary>
    PerSubmission,

    /// <summary>The whole frame keeps the session key of its BeginFrame.</summary>
    WholeFrame,
}

/// <summary>7.7: the session key that unwraps a content key.</summary>
public enum ContentKeyUnwrap
{
    /// <summary>The one in force at the call that carries the content key.</summary>
    AtCall,

    /// <summary>The one in force when the work starts.</summary>
    AtExecution,
}

/// <summary>7.8: the read-back key across a refresh.</summary>
public enum ReadBackKeyAcrossRefresh
{
    /// <summary>It stays; only its wrapping belonged to the old session key.</summary>
    Keep,

    /// <summary>It is dropped; a new one must be asked for.</summary>
    Drop,
}

/// <summary>7.9: NegotiateCryptoSessionKeyExchange on a session that has a key.</summary>
public enum Renegotiation
{
    /// <summary>A new key epoch, unless a frame is open.</summary>
    OutsideFrame,

    /// <summary>Refused always.</summary>
    Never,
}
