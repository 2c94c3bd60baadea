using Sim.Hardware.Sessions;

namespace Sim.Actors.Engines;

/// <summary>An engine fails on purpose, so that its supervisor resets it.</summary>
/// <param name="reason">What becomes of the job that it runs.</param>
/// <param name="message">Which engine and which job.</param>
public sealed class EngineException(AbortReason reason, string message) : Exception(message)
{
    /// <summary>What becomes of the job that the engine runs.</summary>
    public AbortReason Reason => reason;

    /// <summary>Index of the engine; set where a watchdog has expired.</summary>
    public int Engine { get; init; }

    /// <summary>A reset of the engine alone does not help: the adapter is to be reset.</summary>
    public bool IsWedged { get; init; }
}
