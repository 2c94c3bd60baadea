using Sim.Tests.Scenarios.Play;
using Xunit;

namespace Sim.Tests.Scenarios.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("play", "--help")]
    [InlineData("play", "-h")]
    public async Task Help_fits_into_80_columns(params string[] args)
    {
        var help = await Playing.Run(args);

        Assert.Equal(0, help.ExitCode);
        Assert.Contains("AES-CTR", help.Output, StringComparison.Ordinal);
        Assert.All(help.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }

    [Fact]
    public async Task Help_of_play_says_that_a_wrong_key_is_not_detected()
    {
        var help = await Playing.Run("play", "--help");

        Assert.Contains(
            "a key that is wrong but well formed cannot be detected",
            string.Join(' ', help.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }
}
