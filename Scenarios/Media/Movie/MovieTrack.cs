using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Samples;

namespace Sim.Scenarios.Media.Movie;

/// <summary>A track as the movie box describes it.</summary>
/// <param name="Index">Its place in the movie box, from 0.</param>
/// <param name="Id">Its number in the file.</param>
/// <param name="Handler">The kind of media.</param>
/// <param name="Box">The trak box.</param>
/// <param name="Entries">Its sample entries.</param>
/// <param name="Groups">The seig descriptions in the movie box.</param>
/// <param name="Table">Its samples in the movie box; fragments may add more.</param>
/// <param name="ChunkOffsets">The stco or co64 box.</param>
internal sealed record MovieTrack(
    int Index,
    uint Id,
    uint Handler,
    Box Box,
    SampleEntry[] Entries,
    GroupDescriptions Groups,
    SampleTable Table,
    Box ChunkOffsets)
{
    /// <summary>What fragments of the track take where they say nothing; null without a trex box.</summary>
    public FragmentDefaults? Defaults { get; init; }

    /// <summary>Whether at least one of its sample entries is encrypted.</summary>
    public bool IsProtected { get; } = Array.Exists(Entries, entry => entry.IsProtected);

    public Box SampleTableBox => ChunkOffsets.Parent!;
}

/// <summary>The fields of trex that matter (ISO/IEC 14496-12 section 8.8.3).</summary>
/// <param name="Entry">The sample entry, from 1.</param>
/// <param name="Size">The size of a sample in bytes.</param>
internal sealed record FragmentDefaults(uint Entry, uint Size);
