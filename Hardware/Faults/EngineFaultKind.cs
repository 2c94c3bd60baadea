namespace Sim.Hardware.Faults;

/// <summary>What goes wrong at an engine.</summary>
public enum EngineFaultKind
{
    /// <summary>Nothing: the job runs as it should.</summary>
    None,

    /// <summary>The engine fails (its actor throws) as it begins the job. It is reset, the job ends aborted.</summary>
    Crash,

    /// <summary>
    /// The engine does not go on for <see cref="EngineFault.Duration"/>. If the watchdog's time is over first, the engine is
    /// reset and the job ends aborted; else the job completes late.
    /// </summary>
    Hang,

    /// <summary>
    /// The engine does not go on, and would not after a reset of its own: the watchdog resets the whole adapter. The job ends
    /// aborted; what runs on other engines begins again.
    /// </summary>
    Wedge,

    /// <summary>The job takes <see cref="EngineFault.Duration"/> longer. The watchdog looks at it as at a hang.</summary>
    Slow,
}
