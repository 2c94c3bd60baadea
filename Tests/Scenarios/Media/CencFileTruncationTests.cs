using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Media;

public sealed class CencFileTruncationTests
{
    private static readonly TestMovie Movie = new(
        TestTrack.Make(1, 6, TestKey.Number(1)),
        TestTrack.Make(2, 6, TestKey.Number(2, ivSize: 16), subSamples: false));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_cut_of_a_progressive_file_is_refused(bool moovLast)
    {
        using var folder = new TemporaryDirectory();
        var movie = Movie with { MoovLast = moovLast, Mdats = 2 };
        var path = folder.Save(movie.Write(encrypted: true));
        foreach (var _ in Cuts(path, step: 1)) Assert.Throws<MediaException>(() => CencFile.Open(path));
    }

    [Fact]
    public void Every_cut_of_a_fragmented_file_is_refused_unless_only_whole_boxes_are_missing()
    {
        using var folder = new TemporaryDirectory();
        var movie = Movie with { PerFragment = 2 };
        var path = folder.Save(movie.Write(encrypted: true));
        var accepted = new List<long>();
        foreach (var _ in Cuts(path, step: 1))
        {
            if (TryRead(path, movie) is not { } copy) continue;
            accepted.Add(copy.Samples.Count);
            foreach (var (id, clear) in copy.Samples) Assert.Equal(movie.Tracks[id.Track].Samples[(int)id.Number].Clear, clear);
        }

        // Behind each fragment but the last one the file is a whole, shorter file.
        Assert.Equal([8, 4], accepted);
    }

    [Fact]
    public void A_segment_index_tells_that_fragments_are_missing()
    {
        using var folder = new TemporaryDirectory();
        var movie = Movie with { PerFragment = 2, HasIndexes = true };
        var path = folder.Save(movie.Write(encrypted: true));
        var accepted = new List<ClearCopy>();
        foreach (var _ in Cuts(path, step: 1))
        {
            if (TryRead(path, movie) is { } copy) accepted.Add(copy);
        }

        // Only the random access table at the end can go.
        Assert.Equal(12, Assert.Single(accepted).Samples.Count);
    }

    [Fact]
    public void Cuts_of_the_repository_clip_are_refused()
    {
        using var folder = new TemporaryDirectory();
        var path = folder.Save(File.ReadAllBytes(RepositoryClip.Media));
        foreach (var _ in Cuts(path, step: 997)) Assert.Throws<MediaException>(() => CencFile.Open(path));
    }

    private static ClearCopy? TryRead(string path, TestMovie movie)
    {
        CencFile file;
        try
        {
            file = CencFile.Open(path);
        }
        catch (MediaException)
        {
            return null;
        }

        using (file) return ClearCopy.Make(file, movie.Keys);
    }

    private static IEnumerable<long> Cuts(string path, int step)
    {
        for (var length = new FileInfo(path).Length - 1; length >= 0; length -= step)
        {
            using (var stream = new FileStream(path, FileMode.Open)) stream.SetLength(length);
            yield return length;
        }
    }
}
