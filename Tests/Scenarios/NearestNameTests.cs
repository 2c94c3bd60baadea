using Sim.Scenarios;
using Xunit;

namespace Sim.Tests.Scenarios;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("engins", "engines")]
    [InlineData("enginess", "engines")]
    [InlineData("ENGINES", "engines")]
    [InlineData("keyslot", "keySlots")]
    [InlineData("at", "at")]
    [InlineData("ay", "at")]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    public void Name_that_differs_little_was_meant(string name, string? meant) =>
        Assert.Equal(meant, NearestName.Find(name, ["engines", "keySlots", "at"]));

    [Fact]
    public void Of_two_names_the_nearer_one_was_meant() => Assert.Equal("starts", NearestName.Find("strts", ["start", "starts"]));

    [Fact]
    public void Very_long_name_is_cut_and_meant_nothing()
    {
        var missing = NearestName.Missing("key", new string('x', 1_000_000), ["engines"]);

        Assert.Equal($"there is no key '{new string('x', 64)}...'; there is engines", missing);
    }
}
