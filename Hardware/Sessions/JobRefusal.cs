namespace Sim.Hardware.Sessions;

/// <summary>Why a job was not accepted. A refused job has no position and no ending; its buffers are untouched.</summary>
public enum JobRefusal
{
    /// <summary>The session holds as many unfinished jobs as it may. Retry after an ending, like WasStillDrawing.</summary>
    DeviceBusy,

    /// <summary>No key has been negotiated.</summary>
    NoSessionKey,

    /// <summary>The session's key is lost; the session must be created anew.</summary>
    KeyLost,

    /// <summary>The session is closed.</summary>
    SessionClosed,

    /// <summary>Source, destination and encrypted ranges do not agree in length, or the buffers overlap in part.</summary>
    InvalidLayout,

    /// <summary>A job of this number has not ended yet; said before any other refusal.</summary>
    DuplicateJob,

    /// <summary>The IV is not above the last one that was used with the session key.</summary>
    IvNotIncreasing,

    /// <summary>The block count would run past 2^64 within the job.</summary>
    CounterWrap,

    /// <summary>The job is for an engine that holds no protected jobs, or that there is not.</summary>
    EngineUnfit,

    /// <summary>
    /// The content key is wrapped under a session key that is not the one in force at the job's place in the stream. Wrap it
    /// anew and submit it again. Said only of jobs that name the epoch of their wrap.
    /// </summary>
    StaleContentKey,
}
