using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Fragments;
using Sim.Scenarios.Media.Samples;

namespace Sim.Scenarios.Media.Layout;

/// <summary>Hands out a cursor for each extent; reads the movie fragments again that extents belong to.</summary>
internal sealed class ExtentCursors(MediaLayout layout)
{
    // Extents nearly always come fragment by fragment; a few more are for files that interleave them.
    private const int FragmentsKept = 4;

    private readonly SampleCursor?[] _tracks = new SampleCursor?[layout.Tracks.Length];
    private readonly MediaWindow _window = new(layout.Source);
    private readonly List<(int Index, Fragment Fragment)> _fragments = [];

    /// <summary>A cursor at the begin of an extent, valid until the next one is begun.</summary>
    public SampleCursor Begin(Extent extent)
    {
        var (cursor, run) = extent.Owner < 0 ? (OfTrack(~extent.Owner), extent.Run) : OfFragment(extent);
        cursor.Begin(run);
        return cursor;
    }

    public Fragment Fragment(int index)
    {
        var found = _fragments.FindIndex(kept => kept.Index == index);
        if (found >= 0) return _fragments[found].Fragment;
        if (_fragments.Count == FragmentsKept) _fragments.RemoveAt(0);
        var fragment = layout.Fragments.Read(_window, index, layout.Tracks);
        _fragments.Add((index, fragment));
        return fragment;
    }

    private SampleCursor OfTrack(int track) =>
        _tracks[track] ??= new(new MediaWindow(layout.Source), layout.Tracks[track].Table);

    private (SampleCursor Cursor, int Run) OfFragment(Extent extent)
    {
        var (track, run) = Fragment(extent.Owner)[extent.Run];
        return (new(_window, track.Table), run);
    }
}
