using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Fragments;
using Sim.Scenarios.Media.Movie;
using Sim.Scenarios.Media.Samples;

namespace Sim.Scenarios.Media.Layout;

/// <summary>
/// What is kept of each movie fragment, which is little: where it is, and how many samples its tracks had before. The rest
/// is read again when it is needed.
/// </summary>
internal sealed class FragmentList
{
    private readonly List<(long Start, int FirstTrack)> _fragments = [];
    private readonly List<int> _firstNumbers = [];

    public int Count => _fragments.Count;

    /// <summary>Reads the next fragment of the file for the first time.</summary>
    /// <param name="window">Reads the file.</param>
    /// <param name="moof">The header of its box.</param>
    /// <param name="tracks">The tracks of the movie box.</param>
    /// <param name="census">Counts its samples.</param>
    public Fragment Add(MediaWindow window, Box moof, MovieTrack[] tracks, SampleCensus census)
    {
        _fragments.Add((moof.Start, _firstNumbers.Count));
        return new FragmentReader(window, tracks, census).Read(moof, (_, track) =>
        {
            var number = (int)census.Samples[track.Index];
            _firstNumbers.Add(number);
            return number;
        });
    }

    /// <summary>Reads a fragment again.</summary>
    public Fragment Read(MediaWindow window, int index, MovieTrack[] tracks)
    {
        var (start, first) = _fragments[index];
        var moof = new BoxParser(window).Header(null, start, window.Source.Length);
        return new FragmentReader(window, tracks, null).Read(moof, (traf, _) => _firstNumbers[first + traf]);
    }
}
