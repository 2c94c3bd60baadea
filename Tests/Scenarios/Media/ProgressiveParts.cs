namespace Sim.Tests.Scenarios.Media;

/// <summary>Writes a test file with all samples in sample tables; the chunks of the tracks alternate.</summary>
internal sealed class ProgressiveParts(Mp4Writer w, TestMovie movie, bool encrypted, MovieParts parts)
{
    public void Write()
    {
        parts.Ftyp();
        if (!movie.MoovLast) Moov();
        w.Box("free", () => w.Text("padding"));
        Mdats();
        if (movie.MoovLast) Moov();
    }

    private void Moov() => parts.Moov(Tables, () => { });

    private void Mdats()
    {
        var chunks = movie.Tracks.Max(ChunkCount);
        for (var mdat = 0; mdat < movie.Mdats; mdat++)
        {
            var (from, to) = (chunks * mdat / movie.Mdats, chunks * (mdat + 1) / movie.Mdats);
            w.Box("mdat", () =>
            {
                w.Text("dead bytes");
                for (var chunk = from; chunk < to; chunk++)
                {
                    foreach (var track in movie.Tracks) Chunk(track, chunk);
                }

                if (mdat == 0) Auxiliary();
            }, movie.Wide, movie.OpenEnded && mdat == movie.Mdats - 1);
        }
    }

    private void Chunk(TestTrack track, int chunk)
    {
        if (movie.Aux == AuxPlace.SaizPerRun && encrypted && track.Key is not null && chunk < ChunkCount(track))
        {
            w.Mark($"aux{track.Id}.{chunk}");
            foreach (var sample in ChunkOf(track, chunk)) Saved(track, sample);
        }

        w.Mark($"chunk{track.Id}.{chunk}");
        foreach (var sample in ChunkOf(track, chunk)) w.Bytes(sample.Stored(encrypted));
    }

    private void Auxiliary()
    {
        w.Mark("foreign");
        if (movie.Aux != AuxPlace.SaizInMdat || !encrypted) return;
        foreach (var track in movie.Tracks.Where(track => track.Key is not null))
        {
            w.Mark($"aux{track.Id}");
            foreach (var sample in track.Samples) Saved(track, sample);
        }
    }

    private void Saved(TestTrack track, TestSample sample) =>
        parts.Auxiliary(track, sample, track.UsesSubSamples && sample.Key is not null);

    private void Tables(TestTrack track)
    {
        w.Full("stts", 0, 0, () => w.U32(0));
        Stsc(track);
        Sizes(track);
        w.Full(movie.Co64 ? "co64" : "stco", 0, 0, () =>
        {
            w.U32((uint)ChunkCount(track));
            for (var chunk = 0; chunk < ChunkCount(track); chunk++)
            {
                var offset = w.At($"chunk{track.Id}.{chunk}");
                if (movie.Co64) w.U64((ulong)offset);
                else w.U32((uint)offset);
            }
        });
        parts.GroupDescriptions(track, track.Groups);
        parts.GroupMap(track, track.Samples);
        parts.ForeignSaio(w.At("foreign"), 0);
        if (encrypted && track.Key is not null) Protection(track);
    }

    private void Protection(TestTrack track)
    {
        switch (movie.Aux)
        {
            case AuxPlace.Senc or AuxPlace.PiffUuid:
                parts.Senc(track, track.Samples, $"senc{track.Id}");
                break;
            case AuxPlace.SaizInMdat:
                parts.Saiz(track, track.Samples, typed: true);
                parts.Saio([w.At($"aux{track.Id}")], wide: true);
                break;
            case AuxPlace.SaizPerRun:
                parts.Saiz(track, track.Samples, typed: false);
                parts.Saio([.. Enumerable.Range(0, ChunkCount(track)).Select(chunk => w.At($"aux{track.Id}.{chunk}"))], false);
                break;
        }
    }

    private void Stsc(TestTrack track) => w.Full("stsc", 0, 0, () =>
    {
        var chunks = Enumerable.Range(0, ChunkCount(track)).Select(chunk => ChunkOf(track, chunk)).ToList();
        w.U32((uint)chunks.Count);
        for (var i = 0; i < chunks.Count; i++)
        {
            w.U32((uint)i + 1);
            w.U32((uint)chunks[i].Count);
            w.U32((uint)chunks[i][0].Entry);
        }
    });

    private void Sizes(TestTrack track)
    {
        var sizes = track.Samples.ConvertAll(sample => sample.Clear.Length);
        if (movie.Stz2 == 0)
        {
            w.Full("stsz", 0, 0, () =>
            {
                w.U32(movie.EqualSizes ? (uint)sizes[0] : 0);
                w.U32((uint)sizes.Count);
                if (!movie.EqualSizes) sizes.ForEach(size => w.U32((uint)size));
            });
            return;
        }

        w.Full("stz2", 0, 0, () =>
        {
            w.U32((uint)movie.Stz2);
            w.U32((uint)sizes.Count);
            for (var i = 0; i < sizes.Count; i++)
            {
                if (movie.Stz2 == 16) w.U16(sizes[i]);
                else if (movie.Stz2 == 8) w.U8(sizes[i]);
                else if (i % 2 == 0) w.U8((sizes[i] << 4) | (i + 1 < sizes.Count ? sizes[i + 1] : 0));
            }
        });
    }

    private static int ChunkCount(TestTrack track) =>
        (track.Samples.Count + track.SamplesPerChunk - 1) / track.SamplesPerChunk;

    private static List<TestSample> ChunkOf(TestTrack track, int chunk) =>
        [.. track.Samples.Skip(chunk * track.SamplesPerChunk).Take(track.SamplesPerChunk)];
}
