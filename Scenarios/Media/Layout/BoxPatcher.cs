using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Fragments;
using Sim.Scenarios.Media.Movie;
using Sim.Scenarios.Media.Samples;

namespace Sim.Scenarios.Media.Layout;

/// <summary>Finds the fields of boxes that change because other bytes are left out: sizes, offsets and formats.</summary>
internal sealed class BoxPatcher(MediaWindow window, CutMap cuts, PatchList patches)
{
    public void Patch(Box moov, MovieTrack[] tracks)
    {
        PatchSizes(moov);
        foreach (var track in tracks)
        {
            foreach (var entry in track.Entries) patches.Put32(entry.Box.Start + 4, entry.Format);
            PatchChunks(track);
            PatchAuxiliary(track.SampleTableBox, track.IsProtected, origin: 0);
        }
    }

    public void Patch(Fragment fragment)
    {
        PatchSizes(fragment.Box);
        foreach (var track in fragment.Tracks)
        {
            var origin = cuts.Map(track.Base);
            if (track.BaseField is { } field) patches.Put64(field, (ulong)origin);
            foreach (var run in track.Runs)
            {
                if (run.OffsetField is { } at) patches.Put32(at, (uint)(cuts.Map(run.Offset) - origin));
            }

            PatchAuxiliary(track.Box, track.IsProtected, track.Base);
        }
    }

    // The size is in the header's first four bytes, or behind the type when those say 1.
    private void PatchSizes(Box box)
    {
        var kept = cuts.Kept(box.Start, box.End);
        if (kept == box.Size || kept == 0) return;
        var fields = new BoxFields(window, new Box(null, box.Type, box.Start, 0, box.End));
        switch (fields.U32(0))
        {
            case 0:
                break;
            case 1:
                patches.Put64(box.Start + 8, (ulong)kept);
                break;
            default:
                patches.Put32(box.Start, (uint)kept);
                break;
        }

        foreach (var child in box.Children) PatchSizes(child);
    }

    private void PatchChunks(MovieTrack track)
    {
        var box = track.ChunkOffsets;
        patches.Reserve(track.Table.Runs.RunCount * ChunkOffsets.EntrySize(box));
        for (var chunk = 0; chunk < track.Table.Runs.RunCount; chunk++)
        {
            var (offset, field) = ChunkOffsets.At(window, box, chunk);
            if (box.Type == BoxType.Co64) patches.Put64(field, (ulong)cuts.Map(offset));
            else patches.Put32(field, (uint)cuts.Map(offset));
        }
    }

    // Auxiliary information of other kinds stays, and so does what points to it.
    private void PatchAuxiliary(Box parent, bool isProtected, long origin)
    {
        var reader = new AuxiliaryReader(window);
        foreach (var saio in parent.ChildrenOf(BoxType.Saio))
        {
            if (reader.IsProtection(saio, isProtected)) continue;
            var fields = new BoxFields(window, saio);
            var wide = fields.Version > 0;
            var at = AuxiliaryReader.AfterType(fields) + 4L;
            var count = fields.Count(fields.U32(at - 4), at, bits: wide ? 64 : 32);
            for (var i = 0; i < count; i++, at += wide ? 8 : 4)
            {
                var offset = origin + (wide ? fields.U63(at) : fields.U32(at));
                var moved = (ulong)(cuts.Map(offset) - cuts.Map(origin));
                if (wide) patches.Put64(saio.Body + at, moved);
                else patches.Put32(saio.Body + at, (uint)moved);
            }
        }
    }
}
