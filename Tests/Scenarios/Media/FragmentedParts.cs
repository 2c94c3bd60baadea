namespace Sim.Tests.Scenarios.Media;

/// <summary>Writes a test file as fragments, each with some samples of every track.</summary>
internal sealed class FragmentedParts(Mp4Writer w, TestMovie movie, bool encrypted, MovieParts parts)
{
    private int Fragments =>
        (movie.Tracks.Max(track => track.Samples.Count) + movie.PerFragment - 1) / movie.PerFragment;

    public void Write()
    {
        parts.Ftyp();
        parts.Moov(EmptyTables, () => w.Box("mvex", () =>
        {
            foreach (var track in movie.Tracks) Trex(track);
        }));
        parts.Pssh();
        if (movie.HasIndexes)
        {
            Sidx();
            Ssix();
        }

        for (var i = 0; i < Fragments; i++) Fragment(i);
        w.Mark("end");
        if (movie.HasIndexes) Mfra();
    }

    private void EmptyTables(TestTrack track)
    {
        w.Full("stts", 0, 0, () => w.U32(0));
        w.Full("stsc", 0, 0, () => w.U32(0));
        w.Full("stsz", 0, 0, () => w.U64(0));
        w.Full("stco", 0, 0, () => w.U32(0));
        parts.GroupDescriptions(track, track.Groups);
    }

    private void Trex(TestTrack track) => w.Full("trex", 0, 0, () =>
    {
        w.U32(track.Id);
        w.U32(1);
        w.U32(100);
        w.U32(movie.EqualSizes && !movie.SizesInTfhd ? (uint)track.Samples[0].Clear.Length : 0);
        w.U32(0);
    });

    private void Fragment(int index)
    {
        w.Mark($"moof{index}");
        w.Box("moof", () =>
        {
            w.Full("mfhd", 0, 0, () => w.U32((uint)index + 1));
            parts.Pssh();
            foreach (var track in movie.Tracks) Traf(track, index);
        });
        w.Mark($"mdat{index}");
        w.Box("mdat", () =>
        {
            for (var t = 0; t < movie.Tracks.Length; t++)
            {
                var track = movie.Tracks[t];
                if (encrypted && track.Key is not null && movie.Aux is AuxPlace.SaizInMdat or AuxPlace.SaizPerRun) Saved(track, index);
                w.Mark($"data{t}.{index}");
                for (var run = 0; run < movie.RunsPerFragment; run++)
                {
                    w.Mark($"run{t}.{index}.{run}");
                    foreach (var sample in RunOf(track, index, run)) w.Bytes(sample.Stored(encrypted));
                }

                w.Mark($"dataEnd{t}.{index}");
            }

            w.Mark($"foreign{index}");
        }, movie.Wide);
    }

    private void Saved(TestTrack track, int index)
    {
        for (var run = 0; run < movie.RunsPerFragment; run++)
        {
            w.Mark($"aux{track.Id}.{index}.{run}");
            foreach (var sample in RunOf(track, index, run))
            {
                parts.Auxiliary(track, sample, track.UsesSubSamples && sample.Key is not null);
            }
        }
    }

    private void Traf(TestTrack track, int index) => w.Box("traf", () =>
    {
        var number = Array.IndexOf(movie.Tracks, track);
        var samples = Enumerable.Range(0, movie.RunsPerFragment).SelectMany(run => RunOf(track, index, run)).ToList();
        var origin = movie.Base switch
        {
            BaseMode.BaseDataOffset => w.At($"data{number}.{index}"),
            BaseMode.Implied when number > 0 => w.At($"dataEnd{number - 1}.{index}"),
            _ => w.At($"moof{index}"),
        };
        Tfhd(track, samples, origin);
        w.Full("tfdt", 0, 0, () => w.U32(0));
        for (var run = 0; run < movie.RunsPerFragment; run++) Trun(track, RunOf(track, index, run), number, index, run, origin);
        parts.GroupDescriptions(track, track.LocalGroups);
        parts.GroupMap(track, samples);
        parts.ForeignSaio(w.At($"foreign{index}"), origin);
        if (encrypted && track.Key is not null && samples.Count > 0) Protection(track, samples, index, origin);
    });

    private void Protection(TestTrack track, List<TestSample> samples, int index, long origin)
    {
        if (movie.Aux is AuxPlace.Senc or AuxPlace.PiffUuid)
        {
            parts.Senc(track, samples, $"senc{track.Id}.{index}");
            return;
        }

        parts.Saiz(track, samples, typed: movie.Aux == AuxPlace.SaizInMdat);
        var runs = Enumerable.Range(0, movie.Aux == AuxPlace.SaizPerRun ? movie.RunsPerFragment : 1);
        parts.Saio([.. runs.Select(run => w.At($"aux{track.Id}.{index}.{run}") - origin)], wide: false);
    }

    private void Tfhd(TestTrack track, List<TestSample> samples, long origin)
    {
        var flags = (movie.Base == BaseMode.DefaultIsMoof ? 0x020000u : 0)
            | (movie.Base == BaseMode.BaseDataOffset ? 1u : 0)
            | (samples.Count > 0 && samples[0].Entry > 1 ? 2u : 0)
            | 8u
            | (movie.SizesInTfhd ? 0x10u : 0);
        w.Full("tfhd", 0, flags, () =>
        {
            w.U32(track.Id);
            if ((flags & 1) != 0) w.U64((ulong)origin);
            if ((flags & 2) != 0) w.U32((uint)samples[0].Entry);
            w.U32(100);
            if ((flags & 0x10) != 0) w.U32((uint)samples[0].Clear.Length);
        });
    }

    private void Trun(TestTrack track, List<TestSample> samples, int number, int index, int run, long origin)
    {
        var hasOffset = run == 0 ? movie.Base != BaseMode.BaseDataOffset : !movie.OmitsLaterOffsets;
        var hasSizes = !movie.EqualSizes;
        w.Full("trun", 0, 0x104 | (hasOffset ? 1u : 0) | (hasSizes ? 0x200u : 0), () =>
        {
            w.U32((uint)samples.Count);
            if (hasOffset) w.U32((uint)(w.At($"run{number}.{index}.{run}") - origin));
            w.U32(0);
            foreach (var sample in samples)
            {
                w.U32(100);
                if (hasSizes) w.U32((uint)sample.Clear.Length);
            }
        });
    }

    private void Sidx() => w.Full("sidx", 0, 0, () =>
    {
        w.Mark("sidx");
        w.U32(movie.Tracks[0].Id);
        w.U32(1000);
        w.U32(0);
        w.U32((uint)Math.Max(0, w.At("moof0") - w.At("sidxEnd")));
        w.U16(0);
        w.U16(Fragments);
        for (var i = 0; i < Fragments; i++)
        {
            var end = i + 1 < Fragments ? w.At($"moof{i + 1}") : w.At("end");
            w.U32((uint)(end - w.At($"moof{i}")));
            w.U32(100);
            w.U32(0x90000000);
        }

        w.Mark("sidxEnd");
    });

    // Each fragment in two levels: its moof, and its mdat.
    private void Ssix() => w.Full("ssix", 0, 0, () =>
    {
        w.U32((uint)Fragments);
        for (var i = 0; i < Fragments; i++)
        {
            var end = i + 1 < Fragments ? w.At($"moof{i + 1}") : w.At("end");
            w.U32(2);
            w.U32((uint)(w.At($"mdat{i}") - w.At($"moof{i}")));
            w.U32(0x01000000 | (uint)(end - w.At($"mdat{i}")));
        }
    });

    private void Mfra() => w.Box("mfra", () =>
    {
        w.Full("tfra", 1, 0, () =>
        {
            w.U32(movie.Tracks[0].Id);
            w.U32(0b00_01_10);
            w.U32((uint)Fragments);
            for (var i = 0; i < Fragments; i++)
            {
                w.U64(100);
                w.U64((ulong)w.At($"moof{i}"));
                w.U8(1);
                w.U16(1);
                w.Zeros(3);
            }
        });
        w.Full("mfro", 0, 0, () => w.U32(0));
    });

    private List<TestSample> RunOf(TestTrack track, int index, int run)
    {
        var samples = track.Samples.Skip(index * movie.PerFragment).Take(movie.PerFragment).ToList();
        var (from, to) = (samples.Count * run / movie.RunsPerFragment, samples.Count * (run + 1) / movie.RunsPerFragment);
        return samples[from..to];
    }
}
