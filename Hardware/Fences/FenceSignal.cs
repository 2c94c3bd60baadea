namespace Sim.Hardware.Fences;

/// <summary>What became of a signal.</summary>
public enum FenceSignal
{
    /// <summary>The counter is at the new value.</summary>
    Raised,

    /// <summary>The counter is there already, or beyond: it never goes back, and nothing changes.</summary>
    NotAbove,

    /// <summary>The fence is lost with its producer: nothing changes.</summary>
    Lost,
}
