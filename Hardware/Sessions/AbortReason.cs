namespace Sim.Hardware.Sessions;

/// <summary>Why an accepted job ended without completing. What its destination holds is undefined; so that nobody takes it for content, it is filled with a pattern.</summary>
public enum AbortReason
{
    /// <summary>The session was closed before the job was done.</summary>
    SessionClosed,

    /// <summary>The session's key was lost before the job was done.</summary>
    KeyLost,

    /// <summary>The engine failed while it ran the job, and was restarted.</summary>
    EngineFault,

    /// <summary>The engine did not go on within the watchdog's time, and was reset.</summary>
    EngineHung,

    /// <summary>The engine's key register held the key of another epoch: a fault, never a decryption.</summary>
    KeyRegister,

    /// <summary>The engine stopped for good, or no engine is left.</summary>
    EngineLost,
}
