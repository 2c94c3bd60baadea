namespace Sim.Hardware.Sessions;

/// <summary>The band in which a session's jobs wait at an engine. A higher band goes first, as far as the guard of the queue lets it.</summary>
public enum SessionPriority
{
    /// <summary>Behind everything else.</summary>
    Idle,

    /// <summary>What a session has that asks for nothing.</summary>
    Normal,

    /// <summary>What the user looks at.</summary>
    Focus,

    /// <summary>Before everything else.</summary>
    Realtime,
}
