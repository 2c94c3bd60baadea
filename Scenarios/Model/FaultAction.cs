namespace Sim.Scenarios.Model;

/// <summary>What a fault does.</summary>
public enum FaultAction
{
    /// <summary>The engine fails as it begins a job.</summary>
    Crash,

    /// <summary>The engine stops for <see cref="FaultSpec.Duration"/> while it runs a job.</summary>
    Hang,

    /// <summary>The engine takes <see cref="FaultSpec.Duration"/> longer for each job.</summary>
    Slow,

    /// <summary>The engine does not go on, and a reset of it alone does not help: the whole adapter is reset.</summary>
    Wedge,

    /// <summary>The client closes its session.</summary>
    Close,

    /// <summary>The platform loses the session's key.</summary>
    LoseKey,

    /// <summary>Hardware protection is torn down: every session loses its key.</summary>
    Teardown,

    /// <summary>A teardown that takes protected content along.</summary>
    LoseContent,

    /// <summary>The device has no power for <see cref="FaultSpec.Duration"/>: every session loses its key.</summary>
    Suspend,
}
