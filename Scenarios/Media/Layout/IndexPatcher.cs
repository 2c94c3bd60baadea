using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Layout;

/// <summary>
/// Finds the fields to change in the boxes by which players seek: sidx, ssix and mfra with its tfra (ISO/IEC 14496-12
/// sections 8.16.3, 8.16.4 and 8.8.10).
/// </summary>
internal sealed class IndexPatcher(MediaWindow window, CutMap cuts, PatchList patches)
{
    private const uint SizeMask = 0x7FFFFFFF;

    public void PatchSegmentIndex(Box sidx)
    {
        var index = ReadSegmentIndex(sidx);
        var first = cuts.Map(index.First) - cuts.Map(sidx.End);
        if (index.FirstIsWide) patches.Put64(index.FirstField, (ulong)first);
        else patches.Put32(index.FirstField, (uint)first);
        var start = index.First;
        for (var i = 0; i < index.Count; i++)
        {
            var (reference, field) = index.Reference(i);
            var end = start + (reference & SizeMask);
            if (end > window.Source.Length)
            {
                throw index.Fields.Fail($"reference {i + 1} ends at byte {end}, beyond the file's {window.Source.Length} bytes");
            }

            patches.Put32(field, (reference & ~SizeMask) | (uint)cuts.Kept(start, end));
            start = end;
        }
    }

    /// <summary>Patches the level sizes within the references of a segment index.</summary>
    /// <param name="ssix">The box.</param>
    /// <param name="sidx">The segment index before it.</param>
    public void PatchSubsegmentIndex(Box ssix, Box? sidx)
    {
        var fields = new BoxFields(window, ssix);
        if (sidx is null) throw fields.Fail("has no 'sidx' before it");
        var index = ReadSegmentIndex(sidx);
        var segments = fields.Count(fields.U32(4), 8, bits: 32);
        if (segments > index.Count) throw fields.Fail($"describes {segments} subsegments of {index.Count}");
        var (at, segment) = (8L, index.First);
        for (var i = 0; i < segments; i++)
        {
            var ranges = fields.Count(fields.U32(at), at + 4, bits: 32);
            var start = segment;
            for (at += 4; ranges > 0; ranges--, at += 4)
            {
                var range = fields.U32(at);
                var end = start + (range & 0xFFFFFF);
                patches.Put32(ssix.Body + at, (range & 0xFF000000) | (uint)cuts.Kept(start, end));
                start = end;
            }

            segment += index.Reference(i).Value & SizeMask;
        }
    }

    public void PatchRandomAccess(Box mfra)
    {
        new BoxParser(window).Children(mfra, mfra.Body);
        foreach (var tfra in mfra.ChildrenOf(BoxType.Tfra))
        {
            var fields = new BoxFields(window, tfra);
            var wide = fields.Version > 0;
            var lengths = fields.U32(8);
            var numbers = (int)(((lengths >> 4) & 3) + ((lengths >> 2) & 3) + (lengths & 3) + 3);
            var entry = (wide ? 16 : 8) + numbers;
            var count = fields.Count(fields.U32(12), 16, bits: 8 * entry);
            for (var i = 0; i < count; i++)
            {
                var at = 16 + ((long)i * entry) + (wide ? 8 : 4);
                var offset = wide ? fields.U63(at) : fields.U32(at);
                if (offset >= window.Source.Length)
                {
                    throw fields.Fail($"entry {i + 1} points to byte {offset}, beyond the file's {window.Source.Length} bytes");
                }

                if (wide) patches.Put64(tfra.Body + at, (ulong)cuts.Map(offset));
                else patches.Put32(tfra.Body + at, (uint)cuts.Map(offset));
            }
        }
    }

    private SegmentIndex ReadSegmentIndex(Box sidx)
    {
        var fields = new BoxFields(window, sidx);
        var wide = fields.Version > 0;
        var firstAt = wide ? 20 : 16;
        var offset = wide ? fields.U63(firstAt) : fields.U32(firstAt);
        if (offset > window.Source.Length - sidx.End) throw fields.Fail($"begins {offset} bytes behind itself, beyond the file");
        var at = firstAt + (wide ? 8 : 4) + 4;
        return new(fields, sidx.End + offset, sidx.Body + firstAt, wide, at, fields.Count(fields.U16(at - 2), at, bits: 96));
    }

    private sealed record SegmentIndex(BoxFields Fields, long First, long FirstField, bool FirstIsWide, int At, int Count)
    {
        public (uint Value, long Field) Reference(int index) =>
            (Fields.U32(At + (12L * index)), Fields.Box.Body + At + (12L * index));
    }
}
