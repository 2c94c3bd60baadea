using Sim.Scenarios.Commands;
using Sim.Scenarios.Play;
using Xunit;

namespace Sim.Tests.Scenarios.Commands;

public sealed class PlayLineTests
{
    [Fact]
    public void Everything_that_decides_the_run_is_in_the_line_and_keys_are_not()
    {
        var line = PlayLine.Of(new PlayOptions
        {
            File = "film.mp4",
            Keys = ["00112233445566778899aabbccddeeff", "ff"],
            Policy = "drain",
            Engines = 2,
            RefreshEvery = 3,
            Seed = 4,
            Verify = "film.md5",
            SessionKey = "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            Out = "clear.mp4",
        });

        Assert.Equal(
            "sim play film.mp4 --policy drain --engines 2 --refresh-every 3 --seed 4 --verify film.md5 --session-key ... --key ... --key ...",
            line);
    }

    [Theory]
    [InlineData("my film.mp4", "'my film.mp4'")]
    [InlineData("a'b", "'a'\\''b'")]
    [InlineData("$HOME;x", "'$HOME;x'")]
    [InlineData("/tmp/a-b_c.mp4", "/tmp/a-b_c.mp4")]
    public void A_path_is_quoted_where_a_shell_needs_it(string path, string quoted) =>
        Assert.StartsWith($"sim play {quoted} --refresh", PlayLine.Of(new PlayOptions { File = path }), StringComparison.Ordinal);
}
