using System.Buffers.Binary;
using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Samples;

/// <summary>Reads sample entries and their protection scheme information (sinf; ISO/IEC 14496-12 section 8.12).</summary>
internal sealed class SampleEntryReader(MediaWindow window, BoxParser parser)
{
    /// <summary>The most sample entries in one track.</summary>
    public const int EntriesMax = 1024;

    private const int EntryFields = 8;
    private const int VideoFields = 78;
    private const int AudioFields = 28;
    private const uint Cenc = 0x63656e63; // cenc
    private const uint Piff = 0x70696666; // piff

    public SampleEntry[] Read(Box stsd)
    {
        var fields = new BoxFields(window, stsd);
        var count = fields.Count(fields.U32(4), 8, bits: 64);
        if (count is 0 or > EntriesMax) throw fields.Fail($"has {count} sample entries; 1 to {EntriesMax} are supported");
        parser.Children(stsd, stsd.Body + 8);
        if (stsd.Children.Count != count) throw fields.Fail($"claims {count} sample entries but holds {stsd.Children.Count}");
        return [.. stsd.Children.Select(ReadEntry)];
    }

    private SampleEntry ReadEntry(Box entry)
    {
        if (!BoxType.IsProtectedEntry(entry.Type)) return new(entry, entry.Type, false, ProtectionRule.Clear);
        var fields = new BoxFields(window, entry);
        if (fields.Length > MediaWindow.PieceMax) throw fields.Fail($"is larger than {MediaWindow.PieceMax} bytes");
        FindChildren(fields);
        var infos = entry.ChildrenOf(BoxType.Sinf).ToList();
        if (infos.Count == 0) throw fields.Fail("has no protection scheme information (sinf)");
        foreach (var info in infos) parser.Descend(info);

        // Several schemes may be offered for the same bytes; the one that is understood is taken.
        var chosen = infos.Find(info => Scheme(info) is Cenc or Piff)
            ?? throw fields.Fail($"scheme '{BoxType.Text(Scheme(infos[0]))}' is not supported, only 'cenc'");
        var format = new BoxFields(window, Need(chosen, BoxType.Frma)).U32(0);
        return new(entry, format, true, Rule(chosen));
    }

    private uint Scheme(Box info) => new BoxFields(window, Need(info, BoxType.Schm)).U32(4);

    private ProtectionRule Rule(Box info)
    {
        var schi = Need(info, BoxType.Schi);
        if (schi.Child(BoxType.Tenc) is { } tenc)
        {
            var fields = new BoxFields(window, tenc);
            return ProtectionRule.Read(fields, 6, pattern: fields.Version == 0 ? (byte)0 : fields.U8(5));
        }

        var piff = schi.Children.Find(box => box.UserType == PiffRule.TrackEncryption)
            ?? throw window.Source.Fail(schi.ToString(), "has no 'tenc'");
        return PiffRule.Read(new(window, piff), 4);
    }

    // Where the boxes begin depends on the kind of entry; QuickTime's sound entries of version 1 and 2 have more fields.
    private void FindChildren(BoxFields fields)
    {
        var entry = fields.Box;
        switch (BoxType.Text(entry.Type))
        {
            case "encv":
                ChildrenFrom(fields, VideoFields);
                return;
            case "enca":
                var version = fields.U16(EntryFields);
                var extra = version switch { 1 => 16, 2 => 36, _ => 0 };
                if (extra > 0 && Walk(fields, AudioFields + extra)) ChildrenFrom(fields, AudioFields + extra);
                else ChildrenFrom(fields, AudioFields);
                return;
        }

        // Other entries hold strings and tables of any length before their boxes: look for the sinf from which boxes
        // follow one another up to the end of the entry.
        var bytes = fields.Bytes(0, (int)fields.Length);
        for (var at = EntryFields; at <= bytes.Length - 8; at++)
        {
            if (BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 4)..]) != BoxType.Sinf || !Walk(fields, at)) continue;
            ChildrenFrom(fields, at);
            return;
        }
    }

    private void ChildrenFrom(BoxFields fields, int at)
    {
        if (at > fields.Length) throw fields.Fail($"is too short: {fields.Box.Size} bytes");
        parser.Children(fields.Box, fields.Box.Body + at);
    }

    // Whether boxes fill the entry exactly from here on.
    private static bool Walk(BoxFields fields, long at)
    {
        while (at <= fields.Length - 8)
        {
            var size = fields.U32(at);
            if (size < 8) return false;
            at += size;
        }

        return at == fields.Length;
    }

    private Box Need(Box parent, uint type) => parent.Child(type)
        ?? throw window.Source.Fail(parent.ToString(), $"has no '{BoxType.Text(type)}'");
}
