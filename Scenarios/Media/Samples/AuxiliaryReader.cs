using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Samples;

/// <summary>
/// Finds the auxiliary information of a track's or fragment's samples: senc (ISO/IEC 23001-7 section 7.2), PIFF's uuid,
/// or saiz with saio (ISO/IEC 14496-12 sections 8.7.8 and 8.7.9).
/// </summary>
internal sealed class AuxiliaryReader(MediaWindow window)
{
    private const uint Cenc = 0x63656e63; // cenc
    private const uint Piff = 0x70696666; // piff
    private const int Typed = 1;
    private const int WithSubSamples = 2;

    /// <summary>Whether a box holds auxiliary information of Common Encryption, to be removed from the output.</summary>
    /// <param name="box">The box.</param>
    /// <param name="isProtected">Whether the track has encrypted sample entries: then untyped information is of this kind.</param>
    public bool IsProtection(Box box, bool isProtected) => box.Type switch
    {
        BoxType.Senc => true,
        BoxType.Uuid => box.UserType == PiffRule.SampleEncryption,
        BoxType.Saiz or BoxType.Saio => IsProtection(new BoxFields(window, box), isProtected),
        _ => false,
    };

    /// <summary>The auxiliary information for samples; null when there is none.</summary>
    /// <param name="places">The boxes that it may lie in: traf, or stbl and trak.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="runs">The number of runs they are divided into.</param>
    /// <param name="origin">What the offsets of saio count from.</param>
    public AuxiliaryInfo? Read(ReadOnlySpan<Box> places, int samples, int runs, long origin)
    {
        Box? senc = null, sizes = null, offsets = null;
        foreach (var place in places)
        {
            foreach (var box in place.Children)
            {
                if (!IsProtection(box, isProtected: true)) continue;
                if (box.Type == BoxType.Saiz) sizes ??= box;
                else if (box.Type == BoxType.Saio) offsets ??= box;
                else if (senc is null || senc.Type == BoxType.Uuid) senc = box;
            }
        }

        if (senc is not null) return FromSenc(senc, samples);
        if (sizes is null && offsets is null) return null;
        if (sizes is null) throw window.Source.Fail(offsets!.ToString(), "has no 'saiz' beside it");
        if (offsets is null) throw window.Source.Fail(sizes.ToString(), "has no 'saio' beside it");
        return new(offsets, Offsets(offsets, runs, origin), window.Source.Length, Sizes(sizes, samples), false, null);
    }

    private AuxiliaryInfo FromSenc(Box box, int samples)
    {
        var fields = new BoxFields(window, box);
        var flags = fields.Flags;
        var at = 4;
        ProtectionRule? instead = null;
        if (box.Type == BoxType.Uuid && (flags & Typed) != 0)
        {
            instead = PiffRule.Read(fields, at);
            at += PiffRule.Size;
        }

        var count = fields.U32(at);
        if (count != samples) throw fields.Fail($"describes {count} samples, but there are {samples}");
        return new(box, [box.Body + at + 4], box.End, null, (flags & WithSubSamples) != 0, instead);
    }

    private AuxiliarySizes Sizes(Box box, int samples)
    {
        var fields = new BoxFields(window, box);
        var at = AfterType(fields);
        var all = fields.U8(at);
        var count = fields.Count(fields.U32(at + 1), at + 5, bits: all > 0 ? 0 : 8);
        if (count > samples) throw fields.Fail($"describes {count} samples, but there are {samples}");
        var table = new byte[all > 0 ? 0 : count];
        for (var i = 0; i < table.Length; i++) table[i] = fields.U8(at + 5 + i);
        return new(count, all, table);
    }

    private long[] Offsets(Box box, int runs, long origin)
    {
        var fields = new BoxFields(window, box);
        var at = AfterType(fields);
        var wide = fields.Version > 0;
        var count = fields.Count(fields.U32(at), at + 4, bits: wide ? 64 : 32);
        if (count != 1 && count != runs) throw fields.Fail($"has {count} offsets for {runs} runs of samples");
        var starts = new long[count];
        for (var i = 0; i < count; i++)
        {
            var offset = wide ? fields.U63(at + 4 + (8L * i)) : fields.U32(at + 4 + (4L * i));
            if (offset > window.Source.Length - origin)
            {
                throw fields.Fail($"points to {offset} bytes behind {origin}, beyond the file's {window.Source.Length} bytes");
            }

            starts[i] = origin + offset;
        }

        return starts;
    }

    /// <summary>Where the entry count of saio is: behind the type, if it has one.</summary>
    public static int AfterType(BoxFields fields) => (fields.Flags & Typed) != 0 ? 12 : 4;

    private static bool IsProtection(BoxFields fields, bool isProtected) =>
        (fields.Flags & Typed) == 0 ? isProtected : fields.U32(4) is Cenc or Piff;
}
