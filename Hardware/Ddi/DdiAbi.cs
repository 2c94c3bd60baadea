namespace Sim.Hardware.Ddi;

/// <summary>How wide pointers and handles are in a structure in memory; alignment is natural in both.</summary>
public enum DdiAbi
{
    /// <summary>8-byte pointers.</summary>
    X64,

    /// <summary>4-byte pointers.</summary>
    X86,
}
