using Sim.Scenarios.Media;

namespace Sim.Tests.Scenarios.Media;

/// <summary>The boxes that progressive and fragmented test files share.</summary>
internal sealed class MovieParts(Mp4Writer w, TestMovie movie, bool encrypted)
{
    private static readonly UInt128 PiffSenc = new(0xa2394f525a9b4f14, 0xa2446c427c648df4);
    private static readonly UInt128 PiffPssh = new(0xd08a4f1810f34a82, 0xb6c832d8aba183d3);

    public void Ftyp() => w.Box("ftyp", () => w.Text("isom\0\0\0\0isomcenc"));

    public void Pssh()
    {
        if (!encrypted || !movie.HasPssh) return;
        w.Full("pssh", 0, 0, () => w.Zeros(40));
        w.Uuid(PiffPssh, () => w.Zeros(24));
    }

    public void Moov(Action<TestTrack> tables, Action rest) => w.Box("moov", () =>
    {
        w.Full("mvhd", 0, 0, () => w.Zeros(96));
        foreach (var track in movie.Tracks) Trak(track, tables);
        rest();
        Pssh();
        w.Box("udta", () => w.Text("kept as it is"));
    }, movie.Wide);

    // The version, one group and then what is in it, as sgpd has them; used in stbl and traf.
    public void GroupDescriptions(TestTrack track, TestKey?[] groups)
    {
        w.Full("sgpd", 0, 0, () =>
        {
            w.Text("roll");
            w.U32(1);
            w.U16(3);
        });
        if (!encrypted || groups.Length == 0) return;
        var sized = track.GroupVersion is 1 or 2;
        w.Full("sgpd", (byte)Math.Min(2, track.GroupVersion), 0, () =>
        {
            w.Text("seig");
            if (sized) w.U32(20);
            if (track.GroupVersion >= 2) w.U32(track.DefaultGroup);
            w.U32((uint)groups.Length);
            foreach (var group in groups)
            {
                w.U16(0);
                w.U8(group is null ? 0 : 1);
                w.U8(group?.IvSize ?? 0);
                w.U128(group?.Kid.Value ?? 0);
            }
        });
    }

    public void GroupMap(TestTrack track, IReadOnlyList<TestSample> samples)
    {
        if (!encrypted || !track.MapsGroups || samples.All(sample => sample.Group == 0)) return;
        w.Full("sbgp", 0, 0, () =>
        {
            w.Text("seig");
            w.U32((uint)samples.Count + 1);
            w.U32(0);
            w.U32(0);
            foreach (var sample in samples)
            {
                w.U32(1);
                w.U32(sample.Group);
            }
        });
    }

    public void Senc(TestTrack track, IReadOnlyList<TestSample> samples, string label)
    {
        void Body()
        {
            w.U32((uint)samples.Count);
            w.Mark(label);
            foreach (var sample in samples) Auxiliary(track, sample, withCount: track.UsesSubSamples);
        }

        var flags = track.UsesSubSamples ? 2u : 0u;
        if (movie.Aux == AuxPlace.PiffUuid) w.Uuid(PiffSenc, () =>
        {
            w.U32(flags | 1);
            w.U32(0x00000100 | (uint)track.Key!.IvSize);
            w.U128(track.Key.Kid.Value);
            Body();
        });
        else w.Full("senc", 0, flags, Body);
    }

    public void Auxiliary(TestTrack track, TestSample sample, bool withCount)
    {
        if (sample.Key is { } key)
        {
            w.U64(sample.Iv);
            if (key.IvSize == 16) w.U64(sample.BlockCount);
        }

        if (!withCount) return;
        w.U16(sample.SubSamples.Length);
        foreach (var part in sample.SubSamples)
        {
            w.U16((int)part.ClearBytes);
            w.U32(part.EncryptedBytes);
        }
    }

    public void Saiz(TestTrack track, IReadOnlyList<TestSample> samples, bool typed) => w.Full("saiz", 0, typed ? 1u : 0, () =>
    {
        if (typed) w.Text("cenc\0\0\0\0");
        w.U8(0);
        w.U32((uint)samples.Count);
        foreach (var sample in samples)
        {
            var counted = track.UsesSubSamples && sample.Key is not null;
            w.U8((sample.Key?.IvSize ?? 0) + (counted ? 2 + (6 * sample.SubSamples.Length) : 0));
        }
    });

    public void Saio(IReadOnlyList<long> offsets, bool wide) => w.Full("saio", (byte)(wide ? 1 : 0), 0, () =>
    {
        w.U32((uint)offsets.Count);
        foreach (var offset in offsets)
        {
            if (wide) w.U64((ulong)offset);
            else w.U32((uint)offset);
        }
    });

    public void ForeignSaio(long target, long origin)
    {
        if (!movie.HasForeignSaio) return;
        w.Full("saio", 0, 1, () =>
        {
            w.Text("abcd\0\0\0\0");
            w.U32(1);
            w.U32((uint)(target - origin));
        });
    }

    private void Trak(TestTrack track, Action<TestTrack> tables) => w.Box("trak", () =>
    {
        w.Full("tkhd", 0, 7, () =>
        {
            w.Zeros(8);
            w.U32(track.Id);
            w.Zeros(68);
        });
        w.Box("mdia", () =>
        {
            w.Full("mdhd", 0, 0, () => w.Zeros(20));
            w.Full("hdlr", 0, 0, () =>
            {
                w.U32(0);
                w.Text(track.Handler);
                w.Zeros(13);
            });
            w.Box("minf", () =>
            {
                w.Box("dinf", () => w.Full("dref", 0, 0, () =>
                {
                    w.U32(1);
                    w.Full("url ", 0, 1, () => { });
                }));
                w.Box("stbl", () =>
                {
                    Stsd(track);
                    tables(track);
                });
            });
        });
        if (encrypted && track.Key is not null && movie.Aux == AuxPlace.SencInTrak && movie.PerFragment == 0)
        {
            Senc(track, track.Samples, $"senc{track.Id}");
        }
    });

    private void Stsd(TestTrack track) => w.Full("stsd", 0, 0, () =>
    {
        w.U32(track.HasClearEntry ? 2u : 1u);
        Entry(track, track.Key);
        if (track.HasClearEntry) Entry(track, null);
    });

    private void Entry(TestTrack track, TestKey? key)
    {
        var hidden = encrypted && key is not null;
        w.Box(hidden ? track.ProtectedType : track.ClearType, () =>
        {
            w.Zeros(6);
            w.U16(1);
            EntryFields(track.IsQuickTimeSound ? "QuickTime" : track.ProtectedType);
            w.Box("avcC", () => w.Text("configuration"));
            if (hidden) Sinf(track, key!);
            w.Box("btrt", () => w.Zeros(12));
        });
    }

    private void EntryFields(string type)
    {
        switch (type)
        {
            case "encv":
                w.Zeros(70);
                break;
            case "enca":
                w.Zeros(20);
                break;
            case "QuickTime":
                w.U16(1);
                w.Zeros(34);
                break;
            default:
                w.Text("http://names.example\0\0any length\0");
                break;
        }
    }

    private void Sinf(TestTrack track, TestKey key) => w.Box("sinf", () =>
    {
        w.Box("frma", () => w.Text(track.ClearType));
        w.Full("schm", 0, 0, () =>
        {
            w.Text(movie.Scheme);
            w.U32(0x00010000);
        });
        w.Box("schi", () => w.Full("tenc", track.TencVersion, 0, () =>
        {
            w.U16(0);
            w.U8(1);
            w.U8(key.IvSize);
            w.U128(key.Kid.Value);
        }));
    });
}
