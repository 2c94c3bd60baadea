namespace Sim.Scenarios.Model;

/// <summary>What a fault strikes.</summary>
public enum FaultTarget
{
    /// <summary>One engine.</summary>
    Engine,

    /// <summary>Every session of a group.</summary>
    Session,

    /// <summary>The device.</summary>
    Device,
}
