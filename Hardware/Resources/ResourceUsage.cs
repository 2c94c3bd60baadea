namespace Sim.Hardware.Resources;

/// <summary>Who writes and reads a resource (D3D11_USAGE).</summary>
public enum ResourceUsage
{
    /// <summary>The GPU.</summary>
    Default = 0,

    /// <summary>The GPU reads what it was created with.</summary>
    Immutable = 1,

    /// <summary>The CPU writes, the GPU reads.</summary>
    Dynamic = 2,

    /// <summary>The CPU; the GPU only copies.</summary>
    Staging = 3,
}
