using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Media;

/// <summary>What a user of the reader gets: the clear file, and each clear sample by track and number.</summary>
internal sealed record ClearCopy(byte[] Bytes, Dictionary<(int Track, long Number), byte[]> Samples)
{
    public static ClearCopy Make(CencFile file, ContentKeys keys, int capacity = 4 << 20)
    {
        var bytes = new MemoryStream();
        var samples = new Dictionary<(int Track, long Number), byte[]>();
        var chunk = new MediaChunk(capacity);
        using var reader = file.OpenChunks();
        while (reader.ReadNext(chunk))
        {
            Assert.Equal(bytes.Length, chunk.OutputOffset);
            var end = 0;
            foreach (var sample in chunk.Samples)
            {
                Assert.True(sample.Offset >= end, "samples overlap");
                end = sample.Offset + sample.Size;
                var data = chunk.Data.Span[sample.Offset..end];
                if (sample.Protection is { } protection)
                {
                    Assert.True(keys.TryFind(protection.Kid, out var key));
                    CounterMode.Apply(data, key.ToArray(), protection.Iv, protection.BlockCount, protection.SubSamples.Span)
                        .CopyTo(data);
                }

                Assert.True(samples.TryAdd((sample.Track, sample.Number), data.ToArray()), "a sample came twice");
            }

            bytes.Write(chunk.Data.Span);
        }

        Assert.Equal(file.OutputLength, bytes.Length);
        Assert.Equal(file.SampleCount, samples.Count);
        return new(bytes.ToArray(), samples);
    }

    /// <summary>Reads the encrypted form of a movie and checks everything that must be so of any movie.</summary>
    public static ClearCopy Check(TestMovie movie)
    {
        using var folder = new TemporaryDirectory();
        using var file = CencFile.Open(folder.Save(movie.Write(encrypted: true)));
        var copy = Make(file, movie.Keys);
        Assert.Equal(copy.Bytes, Make(file, movie.Keys, capacity: 4 << 10).Bytes);
        for (var t = 0; t < movie.Tracks.Length; t++)
        {
            var expected = movie.Tracks[t].Samples;
            Assert.Equal(expected.Count, file.Tracks[t].SampleCount);
            Assert.Equal(expected.Count(sample => sample.Key is not null), file.Tracks[t].ProtectedSampleCount);
            for (var i = 0; i < expected.Count; i++) Assert.Equal(expected[i].Clear, copy.Samples[(t, i)]);
        }

        var used = movie.Tracks.SelectMany(track => track.Samples).Where(sample => sample.Key is not null);
        Assert.Equal(used.Select(sample => sample.Key!.Kid).ToHashSet(), file.KeyIds.ToHashSet());
        if (movie.IsExact) Assert.Equal(movie.Write(encrypted: false), copy.Bytes);
        CheckOutput(folder, copy);
        return copy;
    }

    // The output must be a clear file with the same samples, and free of what only encrypted files have.
    private static void CheckOutput(TemporaryDirectory folder, ClearCopy copy)
    {
        using var output = CencFile.Open(folder.Save(copy.Bytes, "out.mp4"));
        Assert.Equal(0, output.ProtectedSampleCount);
        Assert.DoesNotContain(output.Tracks, track => track.IsProtected);
        var again = Make(output, ContentKeys.Parse([]));
        Assert.Equal(copy.Bytes, again.Bytes);
        Assert.All(copy.Samples, sample => Assert.Equal(sample.Value, again.Samples[sample.Key]));
        foreach (var type in new[] { "sinf", "schm", "tenc", "senc", "saiz", "pssh", "seig", "encv", "enca" })
        {
            Assert.Equal(-1, copy.Bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(type)));
        }
    }
}
