namespace Sim.Hardware.Fences;

/// <summary>What becomes of a wait when it is registered.</summary>
public enum FenceWait
{
    /// <summary>The counter is there already: there is nothing to wait for, also when the producer was lost since.</summary>
    Reached,

    /// <summary>It is registered, and answered by a signal or by the loss of the producer.</summary>
    Registered,

    /// <summary>As many waits are registered as may be. Try again when one was answered.</summary>
    TooMany,

    /// <summary>The producer is lost, and the counter will never get there.</summary>
    Lost,
}
