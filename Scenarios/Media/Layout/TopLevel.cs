using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Layout;

/// <summary>The boxes of the file's top level.</summary>
internal sealed class TopLevel
{
    /// <summary>The most boxes at the top level.</summary>
    public const int BoxesMax = 1 << 22;

    private TopLevel(Box movie, SampleSpace space) => (Movie, Space) = (movie, space);

    public Box Movie { get; }

    public SampleSpace Space { get; }

    /// <summary>The first bytes of the boxes with fields to change, in the order of the file: moov, moof, sidx, ssix, mfra.</summary>
    public List<long> Changed { get; } = [];

    /// <summary>The boxes to be left out.</summary>
    public List<(long Start, long End)> Removed { get; } = [];

    public static TopLevel Scan(MediaWindow window)
    {
        var source = window.Source;
        if (source.Length == 0) throw source.Fail("", "is empty");
        var parser = new BoxParser(window);
        var space = new SampleSpace(source);
        var (changed, removed) = (new List<long>(), new List<(long Start, long End)>());
        Box? movie = null;
        var count = 0;
        for (var at = 0L; at < source.Length;)
        {
            if (at == 0) RefuseOtherFormats(window);
            if (++count > BoxesMax) throw source.Fail("", $"holds more than {BoxesMax} boxes");
            var box = parser.Header(null, at, source.Length);
            if (box.Type == BoxType.Moov)
            {
                if (movie is not null) throw source.Fail($"byte {at}", "a second 'moov'");
                movie = box;
            }

            if (box.Type == BoxType.Mdat) space.Add(box);
            if (ProtectionBoxes.IsProtectionSystem(box)) removed.Add((box.Start, box.End));
            if (IsChanged(box)) changed.Add(at);
            at = box.End;
        }

        if (movie is null) throw source.Fail("", "has no movie box (moov)");
        var top = new TopLevel(movie, space);
        top.Changed.AddRange(changed);
        top.Removed.AddRange(removed);
        return top;
    }

    private static bool IsChanged(Box box) => box.Type is
        BoxType.Moov or BoxType.Moof or BoxType.Sidx or BoxType.Ssix or BoxType.Mfra;

    private static void RefuseOtherFormats(MediaWindow window)
    {
        var source = window.Source;
        if (source.Length < 8) throw source.Fail("", "is not an MP4 file");
        var known = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(window.Get(4, 4)) is
            BoxType.Ftyp or BoxType.Styp or BoxType.Moov or BoxType.Moof or BoxType.Mdat or BoxType.Free or BoxType.Skip
            or BoxType.Wide or BoxType.Pnot or BoxType.Uuid or BoxType.Sidx or BoxType.Pssh or BoxType.Meta
            or BoxType.Emsg or BoxType.Prft;
        if (!known) throw source.Fail("", "is not an MP4 file: it does not begin with 'ftyp' or another box of the format");
    }
}
