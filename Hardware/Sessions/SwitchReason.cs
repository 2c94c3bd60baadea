namespace Sim.Hardware.Sessions;

/// <summary>How a key-switch barrier ended.</summary>
public enum SwitchReason
{
    /// <summary>The refreshed key is in force.</summary>
    Refreshed,

    /// <summary>A newly negotiated key is in force.</summary>
    Renegotiated,

    /// <summary>The session was closed; nobody uses the new key.</summary>
    SessionClosed,

    /// <summary>The session's key was lost; nobody uses the new key.</summary>
    KeyLost,
}
