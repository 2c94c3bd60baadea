using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Samples;

namespace Sim.Scenarios.Media.Fragments;

/// <summary>The header of one trun box.</summary>
internal readonly record struct TrackRun(int Count, int? DataOffset, long? OffsetField);

/// <summary>Reads the trun boxes of one traf (ISO/IEC 14496-12 section 8.8.8).</summary>
internal sealed class TrackRunReader(MediaWindow window, uint defaultSize)
{
    private uint[] _sizes = [];
    private int _count;
    private bool _varies;

    public List<TrackRun> Runs { get; } = [];

    public void Add(Box trun)
    {
        var fields = new BoxFields(window, trun);
        var (flags, at) = (fields.Flags, 8);
        int? offset = null;
        long? offsetField = null;
        if ((flags & 0x01) != 0)
        {
            (offset, offsetField) = ((int)fields.U32(at), trun.Body + at);
            at += 4;
        }

        if ((flags & 0x04) != 0) at += 4;
        var sizeAt = (flags & 0x100) != 0 ? 4 : 0;
        var hasSizes = (flags & 0x200) != 0;
        var entrySize = 4 * int.PopCount((int)(flags & 0x0F00));
        var count = fields.Count(fields.U32(4), at, bits: 8 * entrySize);
        if (count + (long)_count > BoxFields.SampleCountMax) throw fields.Fail($"a fragment of more than {BoxFields.SampleCountMax} samples");
        if (hasSizes)
        {
            Vary(_count + count);
            for (var i = 0; i < count; i++) _sizes[_count + i] = fields.U32(at + ((long)i * entrySize) + sizeAt);
        }
        else if (count > 0)
        {
            if (defaultSize == 0) throw fields.Fail($"{count} samples have no size, neither here nor by default");
            if (count * (long)defaultSize > window.Source.Length) throw fields.Fail($"{count} samples of {defaultSize} bytes are more than the file has");
            if (_varies)
            {
                Vary(_count + count);
                _sizes.AsSpan(_count, count).Fill(defaultSize);
            }
        }

        _count += count;
        Runs.Add(new(count, offset, offsetField));
    }

    public SampleSizes Sizes() => _varies ? new(_count, _sizes) : new(_count, defaultSize, null);

    // From the first run with sizes of its own on, all are kept in a table.
    private void Vary(int count)
    {
        if (count > _sizes.Length) Array.Resize(ref _sizes, Math.Max(count, 2 * _sizes.Length));
        if (!_varies) _sizes.AsSpan(0, _count).Fill(defaultSize);
        _varies = true;
    }
}
