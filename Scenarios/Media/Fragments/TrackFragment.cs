using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Samples;

namespace Sim.Scenarios.Media.Fragments;

/// <summary>One traf box: its samples, and the fields that say where they are.</summary>
/// <param name="Box">The traf box.</param>
/// <param name="IsProtected">Whether its track has encrypted sample entries.</param>
/// <param name="Table">Its samples.</param>
/// <param name="Base">What its offsets count from.</param>
/// <param name="BaseField">Where the file says so (tfhd's base data offset); null when it is implied.</param>
/// <param name="Runs">Its trun boxes.</param>
internal sealed record TrackFragment(
    Box Box,
    bool IsProtected,
    SampleTable Table,
    long Base,
    long? BaseField,
    FragmentRun[] Runs);

/// <summary>The samples of one trun box.</summary>
/// <param name="Offset">Their first byte.</param>
/// <param name="Length">Their bytes.</param>
/// <param name="OffsetField">Where the file says the offset (trun's data offset); null when they follow the run before.</param>
internal readonly record struct FragmentRun(long Offset, long Length, long? OffsetField);
