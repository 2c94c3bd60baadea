namespace Sim.Hardware.Sessions;

/// <summary>What a session can be used for.</summary>
public enum SessionPhase
{
    /// <summary>No key yet.</summary>
    Created,

    /// <summary>A key is in force.</summary>
    Ready,

    /// <summary>The key is lost, for good (CheckCryptoSessionStatus never returns to OK).</summary>
    KeyLost,

    /// <summary>Closed; it only waits for its running jobs.</summary>
    Closed,
}
