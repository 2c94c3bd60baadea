namespace Sim.Hardware.Nodes;

/// <summary>A point in the work of a node: reached when the node's fence has this value or a higher one.</summary>
/// <param name="Node">The node that signals.</param>
/// <param name="Value">The value, which grows with each piece of work that the node ends.</param>
public readonly record struct FencePoint(GpuNode Node, long Value);
