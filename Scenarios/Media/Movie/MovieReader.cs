using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Samples;

namespace Sim.Scenarios.Media.Movie;

/// <summary>Reads the movie box (ISO/IEC 14496-12 section 8.2) as far as it says what and where the samples are.</summary>
internal sealed class MovieReader
{
    /// <summary>The most tracks in one file.</summary>
    public const int TracksMax = 1024;

    private readonly MediaWindow _window;
    private readonly BoxParser _parser;
    private readonly SampleEntryReader _entries;
    private readonly SampleGroupReader _groups;
    private readonly AuxiliaryReader _auxiliary;

    public MovieReader(MediaWindow window)
    {
        _window = window;
        _parser = new(window);
        _entries = new(window, _parser);
        _groups = new(window);
        _auxiliary = new(window);
    }

    public MovieTrack[] Read(Box moov)
    {
        _parser.Descend(moov);
        if (moov.Child(BoxType.Cmov) is not null) throw Fail(moov, "is compressed, which is not supported");
        var boxes = moov.ChildrenOf(BoxType.Trak).ToList();
        if (boxes.Count is 0 or > TracksMax) throw Fail(moov, $"has {boxes.Count} tracks; 1 to {TracksMax} are supported");
        var defaults = Defaults(moov);
        var tracks = new MovieTrack[boxes.Count];
        for (var i = 0; i < tracks.Length; i++)
        {
            var track = ReadTrack(boxes[i], i);
            if (tracks.Take(i).Any(other => other.Id == track.Id)) throw Fail(boxes[i], $"has the track ID {track.Id} of an earlier one");
            tracks[i] = track with { Defaults = defaults.GetValueOrDefault(track.Id) };
        }

        return tracks;
    }

    private Dictionary<uint, FragmentDefaults> Defaults(Box moov)
    {
        var defaults = new Dictionary<uint, FragmentDefaults>();
        foreach (var trex in moov.Child(BoxType.Mvex)?.ChildrenOf(BoxType.Trex) ?? [])
        {
            var fields = new BoxFields(_window, trex);
            if (!defaults.TryAdd(fields.U32(4), new(fields.U32(8), fields.U32(16)))) throw fields.Fail("is the second one of its track");
        }

        return defaults;
    }

    private MovieTrack ReadTrack(Box trak, int index)
    {
        var header = new BoxFields(_window, Need(trak, BoxType.Tkhd));
        var id = header.U32(header.Version == 0 ? 12 : 20);
        var media = Need(trak, BoxType.Mdia);
        var handler = new BoxFields(_window, Need(media, BoxType.Hdlr)).U32(8);
        var information = Need(media, BoxType.Minf);
        var samples = Need(information, BoxType.Stbl);
        var entries = _entries.Read(Need(samples, BoxType.Stsd));
        var sizes = SampleSizes.Read(_window, samples.Child(BoxType.Stsz) ?? samples.Child(BoxType.Stz2) ?? Need(samples, BoxType.Stsz));
        var chunks = samples.Child(BoxType.Stco) ?? samples.Child(BoxType.Co64) ?? Need(samples, BoxType.Stco);
        var runs = ChunkMap.Read(_window, Need(samples, BoxType.Stsc), ChunkOffsets.Count(_window, chunks), entries, sizes.Count);
        if (information.Child(BoxType.Dinf)?.Child(BoxType.Dref) is { } references) RefuseOtherFiles(references);
        var groups = _groups.Descriptions(samples);
        var auxiliary = Array.Exists(entries, entry => entry.IsProtected)
            ? _auxiliary.Read([samples, trak], sizes.Count, runs.RunCount, origin: 0)
            : null;
        var table = new SampleTable(
            index, id, 0, sizes, runs, _groups.Groups(samples, sizes.Count, groups, GroupDescriptions.None), auxiliary);
        return new(index, id, handler, trak, entries, groups, table, chunks);
    }

    private void RefuseOtherFiles(Box dref)
    {
        const int selfContained = 1;
        _parser.Children(dref, dref.Body + 8);
        foreach (var reference in dref.Children)
        {
            var fields = new BoxFields(_window, reference);
            if ((fields.Flags & selfContained) == 0) throw fields.Fail("the samples are in another file, which is not supported");
        }
    }

    private Box Need(Box parent, uint type) => parent.Child(type) ?? throw Fail(parent, $"has no '{BoxType.Text(type)}'");

    private MediaException Fail(Box box, string cause) => _window.Source.Fail(box.ToString(), cause);
}
