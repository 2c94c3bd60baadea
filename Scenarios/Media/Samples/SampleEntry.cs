using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Samples;

/// <summary>One sample entry of a track.</summary>
/// <param name="Box">Where it lies; its children are the protection boxes to be removed.</param>
/// <param name="Format">The original format.</param>
/// <param name="IsProtected">Whether it is an entry of encrypted media.</param>
/// <param name="Rule">What holds for its samples unless a sample group says otherwise.</param>
internal sealed record SampleEntry(Box Box, uint Format, bool IsProtected, ProtectionRule Rule);
