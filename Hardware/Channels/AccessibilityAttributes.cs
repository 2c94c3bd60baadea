namespace Sim.Hardware.Channels;

/// <summary>Who can reach content between GPU and memory.</summary>
/// <param name="Bus">The bus between them.</param>
/// <param name="InContiguousBlocks">The CPU or the bus can reach content, in one piece.</param>
/// <param name="InNonContiguousBlocks">They can reach it, in scattered pieces.</param>
public readonly record struct AccessibilityAttributes(
    BusType Bus, bool InContiguousBlocks, bool InNonContiguousBlocks);
