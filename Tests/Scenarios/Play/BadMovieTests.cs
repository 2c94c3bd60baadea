using System.Text;
using Sim.Tests.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Play;

/// <summary>Bad media through the command line; the places in the file are tested in Tests/Scenarios/Media.</summary>
public sealed class BadMovieTests
{
    private static readonly TestKey Key = TestKey.Number(1);
    private static readonly TestMovie Movie = new(TestTrack.Make(1, 10, Key));

    [Theory]
    [InlineData("cbcs")]
    [InlineData("cens")]
    [InlineData("cbc1")]
    public async Task A_scheme_that_is_not_supported_is_named_with_what_is(string scheme) =>
        await Refused((Movie with { Scheme = scheme }).Write(encrypted: true), $"scheme '{scheme}' is not supported, only 'cenc'");

    [Theory]
    [InlineData("mdat", -3, 1, "the file has")]
    [InlineData("minf", -4, 127, "claims")]
    [InlineData("stsz", 13, 1, "do not fit")]
    [InlineData("senc", 11, 99, "describes 99 samples, but there are 10")]
    public async Task Damage_is_named(string box, int at, byte value, string cause)
    {
        var file = Movie.Write(encrypted: true);
        file[file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(box)) + at] = value;

        await Refused(file, cause);
    }

    [Fact]
    public async Task A_key_for_another_key_id_does_not_serve()
    {
        var other = TestKey.Number(2);

        await Refused(Movie.Write(encrypted: true), Key.Kid.ToString(), $"{other.Kid}:{Convert.ToHexString(other.Key)}");
    }

    private static async Task Refused(byte[] file, string cause, string? key = null)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllBytes(directory["in.mp4"], file);

        var played = await Playing.Run(
            "play", directory["in.mp4"], "--key", key ?? Convert.ToHexString(Key.Key), "--out", directory["out.mp4"]);

        Assert.Equal(2, played.ExitCode);
        Assert.Contains(cause, played.Error, StringComparison.Ordinal);
        Assert.Equal(1, played.Error.Count(character => character == '\n'));
        Assert.Empty(played.Output);
        Assert.Equal(["in.mp4"], directory.Files);
    }
}
