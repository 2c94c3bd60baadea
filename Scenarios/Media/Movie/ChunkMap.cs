using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Samples;

namespace Sim.Scenarios.Media.Movie;

/// <summary>Reads the sample-to-chunk box (ISO/IEC 14496-12 section 8.7.4).</summary>
internal static class ChunkMap
{
    private const int EntrySize = 12;

    public static RunMap Read(MediaWindow window, Box stsc, int chunks, SampleEntry[] entries, int samples)
    {
        var fields = new BoxFields(window, stsc);
        var count = fields.Count(fields.U32(4), 8, bits: 8 * EntrySize);
        var map = new RunMap();
        for (var i = 0; i < count; i++)
        {
            var at = 8 + ((long)i * EntrySize);
            var (first, perChunk, entry) = (fields.U32(at), fields.U32(at + 4), fields.U32(at + 8));
            var next = i + 1 < count ? fields.U32(at + EntrySize) : (long)chunks + 1;
            if (first != map.RunCount + 1) throw fields.Fail($"entry {i + 1} begins at chunk {first}, not {map.RunCount + 1}");
            if (next < first || next > (long)chunks + 1) throw fields.Fail($"entry {i + 1} ends behind the last of {chunks} chunks");
            if (entry == 0 || entry > entries.Length) throw fields.Fail($"entry {i + 1} names sample entry {entry} of {entries.Length}");
            if ((next - first) * perChunk > samples - map.SampleCount)
            {
                throw fields.Fail($"puts more samples into {chunks} chunks than the {samples} that have a size");
            }

            map.Add((int)(next - first), (int)perChunk, entries[entry - 1]);
        }

        return map.SampleCount == samples && map.RunCount == chunks
            ? map
            : throw fields.Fail($"puts {map.SampleCount} samples into {map.RunCount} chunks; there are {samples} and {chunks}");
    }
}
