using Sim.Scenarios.Browser;
using Xunit;

namespace Sim.Tests.Scenarios.Browser;

public sealed class BrowserMovieTests
{
    [Fact]
    public void Samples_fit_into_a_blit_and_come_whole_and_in_parts()
    {
        var movie = new BrowserMovie(seed: 1);
        var samples = Enumerable.Range(0, 200).Select(_ => movie.Next(movie.KeyId(0), movie.ContentKey(0))).ToArray();

        Assert.All(samples, one => Assert.InRange(one.Clear.Length, 1, Decryptor.MaxInput));
        Assert.All(samples, one => Assert.Equal(one.Clear.Length, one.Sample.Data.Length));
        Assert.Equal(200, samples.Select(one => Convert.ToHexString(one.Sample.Config!.Iv)).Distinct().Count());
        Assert.Equal([0, 2], samples.Select(one => one.Sample.Config!.Map.Length).Distinct().Order());
    }

    [Fact]
    public void Seed_decides_everything()
    {
        var (one, same, other) = (new BrowserMovie(seed: 1), new BrowserMovie(seed: 1), new BrowserMovie(seed: 2));

        Assert.Equal(one.SessionKey(0), same.SessionKey(0));
        Assert.NotEqual(one.SessionKey(0), other.SessionKey(0));
        Assert.NotEqual(one.SessionKey(0), one.SessionKey(1));
        Assert.Equal(one.Next(one.KeyId(0), one.ContentKey(0)).Sample.Data, same.Next(same.KeyId(0), same.ContentKey(0)).Sample.Data);
    }
}
