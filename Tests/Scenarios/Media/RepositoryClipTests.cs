using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Media;

public sealed class RepositoryClipTests
{
    [Fact]
    public void Clip_decrypts_to_the_samples_that_its_list_names()
    {
        using var file = CencFile.Open(RepositoryClip.Media);
        var keys = ContentKeys.Load(RepositoryClip.Key);
        var list = SampleChecksums.Load(RepositoryClip.Samples);
        Assert.Null(keys.FirstMissing(file.KeyIds));
        Assert.InRange(file.SampleCount, 600, list.Count);
        var copy = ClearCopy.Make(file, keys);
        foreach (var ((track, number), sample) in copy.Samples)
        {
            Assert.True(list.TryGet(track, number, out var size, out var md5));
            Assert.Equal(size, sample.Length);
            Assert.Equal(md5, SampleChecksums.Md5(sample));
        }

        Assert.All(file.Tracks, track => Assert.Equal(list.CountOf(track.Index), track.SampleCount));
    }

    [Fact]
    public void Clip_has_a_picture_and_a_sound_track()
    {
        using var file = CencFile.Open(RepositoryClip.Media);
        Assert.Equal(["vide avc1", "soun mp4a"], file.Tracks.Select(track => $"{track.Handler} {track.Format}"));
        Assert.Equal(file.SampleCount, file.ProtectedSampleCount);
    }
}
