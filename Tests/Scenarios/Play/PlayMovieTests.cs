using Sim.Scenarios.Play;
using Sim.Tests.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Play;

/// <summary>Whole playbacks of generated files: what comes out is the file that would have been written clear.</summary>
public sealed class PlayMovieTests
{
    private static readonly TestKey Video = TestKey.Number(1);
    private static readonly TestKey Sound = TestKey.Number(2, ivSize: 16);
    private static readonly TestKey Rotated = TestKey.Number(3);

    private static TestMovie TwoTracks => new(
        TestTrack.Make(1, 60, Video),
        TestTrack.Make(2, 80, Sound, subSamples: false) with { Handler = "soun", ClearType = "mp4a", ProtectedType = "enca" });

    [Theory]
    [InlineData("drain", false)]
    [InlineData("drain", true)]
    [InlineData("slots", false)]
    [InlineData("slots", true)]
    public async Task Two_tracks_under_two_keys_and_both_sizes_of_iv_come_out_clear(string policy, bool fragmented) =>
        await ComesOutClear(fragmented ? TwoTracks with { PerFragment = 7, HasIndexes = true } : TwoTracks, policy);

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public async Task Keys_that_change_by_sample_group_and_clear_groups_come_out_clear(string policy)
    {
        var track = TestTrack.Make(1, 40, Video) with { Groups = [Rotated, null] };
        var random = new Random(1);
        for (var i = 10; i < 20; i++)
            track.Samples[i] = TestTrack.Sample(random, Rotated, subSamples: true) with { Group = 1 };
        for (var i = 30; i < 40; i++)
            track.Samples[i] = TestTrack.Sample(random, null, subSamples: true) with { Group = 2 };

        await ComesOutClear(new TestMovie(track), policy);
    }

    [Fact]
    public async Task A_clear_file_comes_out_as_it_is() => await ComesOutClear(new TestMovie(TestTrack.Make(1, 20, key: null)), "slots");

    [Fact]
    public async Task A_sample_larger_than_a_chunk_comes_out_clear() =>
        await ComesOutClear(new TestMovie(TestTrack.Make(1, 1, Video, size: PlaybackChunk.DefaultCapacity + 100_000)), "slots");

    private static async Task ComesOutClear(TestMovie movie, string policy)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllBytes(directory["in.mp4"], movie.Write(encrypted: true));
        var keys = movie.Tracks.SelectMany(track => track.Samples).Select(sample => sample.Key).OfType<TestKey>().Distinct()
            .SelectMany(key => new[] { "--key", $"{key.Kid}:{Convert.ToHexString(key.Key)}" });

        var played = await Playing.Run(
            ["play", directory["in.mp4"], "--policy", policy, "--refresh-every", "3", "--out", directory["out.mp4"], "--json", .. keys]);

        Assert.Equal("", played.Error);
        Assert.Equal(0, played.ExitCode);
        Assert.Equal(movie.Write(encrypted: false), File.ReadAllBytes(directory["out.mp4"]));
    }
}
