using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>Size of a structure in bytes with either width of pointers.</summary>
/// <param name="X64">With 8-byte pointers.</param>
/// <param name="X86">With 4-byte pointers.</param>
public readonly record struct StructSize(int X64, int X86)
{
    /// <summary>The size with one of them.</summary>
    public int Of(DdiAbi abi) => abi == DdiAbi.X64 ? X64 : X86;
}
