namespace Sim.Hardware.Resources;

/// <summary>What the CPU may do with a resource (D3D11_CPU_ACCESS_FLAG).</summary>
[Flags]
public enum CpuAccess : uint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Write it.</summary>
    Write = 0x10000,

    /// <summary>Read it.</summary>
    Read = 0x20000,
}
