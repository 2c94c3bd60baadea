namespace Sim.Hardware.Loss;

/// <summary>What was reset when work did not go on (timeout detection and recovery).</summary>
public enum ResetKind
{
    /// <summary>The engine that the work ran on.</summary>
    Engine,

    /// <summary>The whole adapter; video memory is lost.</summary>
    Adapter,
}
