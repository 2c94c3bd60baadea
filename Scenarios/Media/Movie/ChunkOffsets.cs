using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Movie;

/// <summary>Reads the places of chunks: stco or co64 (ISO/IEC 14496-12 section 8.7.5).</summary>
internal static class ChunkOffsets
{
    private const int First = 8;

    public static int Count(MediaWindow window, Box box)
    {
        var fields = new BoxFields(window, box);
        return fields.Count(fields.U32(4), First, 8 * EntrySize(box));
    }

    /// <summary>The place of a chunk in the file, and of the field that says so in the box.</summary>
    public static (long Offset, long Field) At(MediaWindow window, Box box, int chunk)
    {
        var fields = new BoxFields(window, box);
        var at = First + ((long)chunk * EntrySize(box));
        return (box.Type == BoxType.Co64 ? fields.U63(at) : fields.U32(at), box.Body + at);
    }

    public static int EntrySize(Box box) => box.Type == BoxType.Co64 ? 8 : 4;
}
