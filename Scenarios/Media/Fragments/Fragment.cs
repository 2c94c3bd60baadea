using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Fragments;

/// <summary>One moof box (ISO/IEC 14496-12 section 8.8.4).</summary>
/// <param name="Box">The box with its children.</param>
/// <param name="Tracks">Its traf boxes.</param>
internal sealed record Fragment(Box Box, TrackFragment[] Tracks)
{
    /// <summary>The track fragment and its run behind the fragment's <paramref name="run"/>th trun.</summary>
    public (TrackFragment Track, int Run) this[int run]
    {
        get
        {
            foreach (var track in Tracks)
            {
                if (run < track.Runs.Length) return (track, run);
                run -= track.Runs.Length;
            }

            throw new ArgumentOutOfRangeException(nameof(run));
        }
    }
}
