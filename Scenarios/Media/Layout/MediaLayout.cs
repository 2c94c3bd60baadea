using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Fragments;
using Sim.Scenarios.Media.Movie;
using Sim.Scenarios.Media.Samples;

namespace Sim.Scenarios.Media.Layout;

/// <summary>What the first pass learns about a file: where its samples are, and which bytes the output leaves out.</summary>
internal sealed class MediaLayout
{
    private MediaLayout(MediaSource source, TopLevel top, MovieTrack[] tracks)
    {
        Source = source;
        Movie = top.Movie;
        Changed = top.Changed;
        Tracks = tracks;
        Census = new(source, tracks.Length);
        Extents = new(source);
    }

    public MediaSource Source { get; }

    public Box Movie { get; }

    /// <summary>The first bytes of the top-level boxes with fields to change, in the order of the file.</summary>
    public List<long> Changed { get; }

    public MovieTrack[] Tracks { get; }

    public SampleCensus Census { get; }

    public FragmentList Fragments { get; } = new();

    public ExtentList Extents { get; }

    public CutMap Cuts { get; } = new();

    /// <summary>Reads everything but the samples, and checks it.</summary>
    public static MediaLayout Read(MediaSource source)
    {
        var window = new MediaWindow(source);
        var top = TopLevel.Scan(window);
        var layout = new MediaLayout(source, top, new MovieReader(window).Read(top.Movie));
        foreach (var (start, end) in top.Removed) layout.Cuts.Add(start, end);
        foreach (var track in layout.Tracks) layout.AddChunks(window, track, top.Space);
        new ProtectionBoxes(window, layout.Cuts).Cut(top.Movie, layout.Tracks);
        foreach (var start in top.Changed) layout.AddFragment(window, start, top.Space);
        layout.Cuts.Freeze();
        layout.Extents.Freeze();
        if (layout.Census.Samples.Sum() == 0) throw source.Fail("", "holds no samples");
        layout.CheckIndexes(window);
        return layout;
    }

    /// <summary>Finds the fields to change in a top-level box.</summary>
    /// <param name="window">Reads the file.</param>
    /// <param name="start">The first byte of the box.</param>
    /// <param name="fragment">Reads the next fragment of the file.</param>
    /// <param name="patches">Takes the fields.</param>
    /// <param name="index">The segment index last seen; set when this is one.</param>
    public void Patch(MediaWindow window, long start, Func<Fragment> fragment, PatchList patches, ref Box? index)
    {
        var box = new BoxParser(window).Header(null, start, Source.Length);
        var indexes = new IndexPatcher(window, Cuts, patches);
        switch (box.Type)
        {
            case BoxType.Moov:
                new BoxPatcher(window, Cuts, patches).Patch(Movie, Tracks);
                break;
            case BoxType.Moof:
                new BoxPatcher(window, Cuts, patches).Patch(fragment());
                break;
            case BoxType.Sidx:
                indexes.PatchSegmentIndex(index = box);
                break;
            case BoxType.Ssix:
                indexes.PatchSubsegmentIndex(box, index);
                break;
            case BoxType.Mfra:
                indexes.PatchRandomAccess(box);
                break;
        }

        patches.Freeze();
    }

    private void AddChunks(MediaWindow window, MovieTrack track, SampleSpace space)
    {
        var table = track.Table;
        Census.Add(track.Index, table.Runs.SampleCount);
        Extents.Reserve(table.Runs.RunCount);
        var indexer = new SampleIndexer(window, table, Census);
        var offsets = new MediaWindow(Source);
        for (var chunk = 0; chunk < table.Runs.RunCount; chunk++)
        {
            var (offset, _) = ChunkOffsets.At(offsets, track.ChunkOffsets, chunk);
            var length = indexer.Length(chunk);
            space.Check(track.ChunkOffsets, chunk, offset, length);
            if (table.Runs[chunk].Count > 0) Extents.Add(new(Math.Min(offset, Source.Length), length, ~track.Index, chunk));
        }

        indexer.Finish();
    }

    private void AddFragment(MediaWindow window, long start, SampleSpace space)
    {
        var box = new BoxParser(window).Header(null, start, Source.Length);
        if (box.Type != BoxType.Moof) return;
        var owner = Fragments.Count;
        var fragment = Fragments.Add(window, box, Tracks, Census);
        var run = 0;
        foreach (var track in fragment.Tracks)
        {
            for (var i = 0; i < track.Runs.Length; i++, run++)
            {
                var (offset, length, _) = track.Runs[i];
                space.Check(track.Box, i, offset, length);
                if (track.Table.Runs[i].Count > 0) Extents.Add(new(Math.Clamp(offset, 0, Source.Length), length, owner, run));
            }
        }

        new ProtectionBoxes(window, Cuts).Cut(fragment);
    }

    // Everything else that the second pass reads has been read by now.
    private void CheckIndexes(MediaWindow window)
    {
        var parser = new BoxParser(window);
        Box? index = null;
        foreach (var start in Changed)
        {
            var type = parser.Header(null, start, Source.Length).Type;
            if (type is BoxType.Moov or BoxType.Moof) continue;
            Patch(window, start, () => throw new InvalidOperationException("no fragment is asked for"), new(), ref index);
        }
    }
}
