using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Movie;
using Sim.Scenarios.Media.Samples;

namespace Sim.Scenarios.Media.Fragments;

/// <summary>Reads a moof box: its tracks, where their samples are, and how they are encrypted.</summary>
/// <param name="window">Reads the box.</param>
/// <param name="tracks">The tracks of the movie box.</param>
/// <param name="census">Counts the samples in the first pass; null in the second.</param>
internal sealed class FragmentReader(MediaWindow window, MovieTrack[] tracks, SampleCensus? census)
{
    private const uint DefaultBaseIsMoof = 0x020000;

    private readonly SampleGroupReader _groups = new(window);
    private readonly AuxiliaryReader _auxiliary = new(window);
    private readonly Dictionary<uint, MovieTrack> _byId = tracks.ToDictionary(track => track.Id);

    /// <summary>Reads a fragment.</summary>
    /// <param name="moof">The header of its box.</param>
    /// <param name="firstNumber">The samples of a track before the fragment's given traf: (index of traf, track) to count.</param>
    public Fragment Read(Box moof, Func<int, MovieTrack, int> firstNumber)
    {
        new BoxParser(window).Descend(moof);
        var fragments = new List<TrackFragment>();
        var end = moof.Start;
        foreach (var traf in moof.ChildrenOf(BoxType.Traf))
        {
            var tfhd = traf.Child(BoxType.Tfhd) ?? throw window.Source.Fail(traf.ToString(), "has no 'tfhd'");
            var header = ReadHeader(new(window, tfhd), fragments.Count == 0 ? moof.Start : end, moof.Start);
            var fragment = ReadTrack(traf, header, firstNumber(fragments.Count, header.Track));
            if (fragment.Runs.Length > 0) end = fragment.Runs[^1].Offset + fragment.Runs[^1].Length;
            fragments.Add(fragment);
        }

        return new(moof, [.. fragments]);
    }

    private Header ReadHeader(BoxFields fields, long implied, long moof)
    {
        var (flags, id, at) = (fields.Flags, fields.U32(4), 8);
        if (!_byId.TryGetValue(id, out var track)) throw fields.Fail($"names track {id}, which the movie box does not have");
        var origin = (flags & DefaultBaseIsMoof) != 0 ? moof : implied;
        long? originField = null;
        if ((flags & 0x01) != 0)
        {
            (origin, originField) = (fields.U63(at), fields.Box.Body + at);
            if (origin > window.Source.Length) throw fields.Fail($"base data offset {origin} is beyond the file's {window.Source.Length} bytes");
            at += 8;
        }

        var (entry, size) = (track.Defaults?.Entry, track.Defaults?.Size);
        if ((flags & 0x02) != 0) entry = fields.U32((at += 4) - 4);
        if ((flags & 0x08) != 0) at += 4;
        if ((flags & 0x10) != 0) size = fields.U32(at);
        if (entry is null) throw fields.Fail($"track {id} has no 'trex' and the fragment names no sample entry");
        if (entry == 0 || entry > track.Entries.Length) throw fields.Fail($"names sample entry {entry} of {track.Entries.Length}");
        return new(track, origin, originField, track.Entries[entry.Value - 1], size ?? 0);
    }

    private TrackFragment ReadTrack(Box traf, Header header, int firstNumber)
    {
        var track = header.Track;
        var boxes = traf.ChildrenOf(BoxType.Trun).ToArray();
        var reader = new TrackRunReader(window, header.DefaultSize);
        foreach (var box in boxes) reader.Add(box);
        var runs = new RunMap();
        foreach (var run in reader.Runs) runs.Add(1, run.Count, header.Entry);
        census?.Add(track.Index, runs.SampleCount);
        var groups = _groups.Groups(traf, runs.SampleCount, track.Groups, _groups.Descriptions(traf));
        var auxiliary = track.IsProtected && runs.SampleCount > 0
            ? _auxiliary.Read([traf], runs.SampleCount, runs.RunCount, header.Base)
            : null;
        var table = new SampleTable(track.Index, track.Id, firstNumber, reader.Sizes(), runs, groups, auxiliary);
        return new(traf, track.IsProtected, table, header.Base, header.BaseField, Place(table, reader.Runs, header.Base));
    }

    private FragmentRun[] Place(SampleTable table, List<TrackRun> runs, long origin)
    {
        var indexer = new SampleIndexer(window, table, census);
        var placed = new FragmentRun[runs.Count];
        var next = origin;
        for (var i = 0; i < placed.Length; i++)
        {
            var offset = runs[i].DataOffset is { } relative ? origin + relative : next;
            placed[i] = new(offset, indexer.Length(i), runs[i].OffsetField);
            next = offset + placed[i].Length;
        }

        indexer.Finish();
        return placed;
    }

    private sealed record Header(MovieTrack Track, long Base, long? BaseField, SampleEntry Entry, uint DefaultSize);
}
