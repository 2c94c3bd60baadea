namespace Sim.Hardware.Loss;

/// <summary>What the content protection of an adapter is doing.</summary>
public enum ProtectionPhase
{
    /// <summary>Sessions can be made, and their keys are in force.</summary>
    Active,

    /// <summary>No key is left. The first session that is wanted starts protection again.</summary>
    ReadyToStart,

    /// <summary>Protection is starting; sessions wait for it.</summary>
    Starting,

    /// <summary>A teardown is under way.</summary>
    Terminating,

    /// <summary>A teardown is under way, and another one was asked for meanwhile.</summary>
    TerminatingAgain,

    /// <summary>The adapter has no power.</summary>
    Suspended,

    /// <summary>The device was removed, for good.</summary>
    Removed,
}
