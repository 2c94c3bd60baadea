using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Samples;

/// <summary>The samples of one track in the movie box, or of one track fragment.</summary>
/// <param name="Track">The index of the track.</param>
/// <param name="TrackId">The track's number in the file, for messages.</param>
/// <param name="FirstNumber">The samples of this track in earlier tables.</param>
/// <param name="Sizes">Their sizes.</param>
/// <param name="Runs">How they are divided into runs.</param>
/// <param name="Groups">Their seig groups, if any.</param>
/// <param name="Auxiliary">Their auxiliary information, if any.</param>
internal sealed record SampleTable(
    int Track,
    uint TrackId,
    int FirstNumber,
    SampleSizes Sizes,
    RunMap Runs,
    SampleGroups? Groups,
    AuxiliaryInfo? Auxiliary)
{
    /// <summary>The first byte of each run's auxiliary information; filled by <see cref="SampleIndexer"/>.</summary>
    public long[] AuxiliaryStarts { get; } = new long[Auxiliary is null ? 0 : Runs.RunCount];
}
