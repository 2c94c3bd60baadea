using Akka.Actor;
using Akka.Configuration;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using Config = Akka.Configuration.Config;

namespace Sim.Tests.Runtime.Configuration;

public sealed class ConfigTests
{
    [Theory]
    [InlineData("on", true)]
    [InlineData("yes", true)]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("off", false)]
    [InlineData("no", false)]
    [InlineData("false", false)]
    public void GetBoolean_knows_three_pairs_of_words(string text, bool expected) =>
        Assert.Equal(expected, ConfigurationFactory.ParseString($"a = {text}").GetBoolean("a", !expected));

    [Theory]
    [InlineData("100ns", 1)]
    [InlineData("5us", 50)]
    [InlineData("3 microseconds", 30)]
    [InlineData("7", 70_000)]
    [InlineData("7ms", 70_000)]
    [InlineData("1.5 s", 15_000_000)]
    [InlineData("2 seconds", 20_000_000)]
    [InlineData("1m", 600_000_000)]
    [InlineData("1 hour", 36_000_000_000)]
    [InlineData("2d", 1_728_000_000_000)]
    [InlineData("infinite", -10_000)]
    public void GetTimeSpan_reads_a_number_and_a_unit(string text, long ticks) =>
        Assert.Equal(TimeSpan.FromTicks(ticks), ConfigurationFactory.ParseString($"a = {text}").GetTimeSpan("a"));

    [Theory]
    [InlineData("512", 512)]
    [InlineData("512 B", 512)]
    [InlineData("4 KiB", 4096)]
    [InlineData("4K", 4096)]
    [InlineData("4 kB", 4000)]
    [InlineData("4KB", 4000)]
    [InlineData("1.5 MB", 1_500_000)]
    [InlineData("2 mebibytes", 2_097_152)]
    [InlineData("2 kilobytes", 2000)]
    [InlineData("1g", 1_073_741_824)]
    public void GetByteSize_tells_thousands_from_powers_of_two(string text, long bytes) =>
        Assert.Equal(bytes, ConfigurationFactory.ParseString($"a = {text}").GetByteSize("a"));

    [Fact]
    public void Numbers_of_every_kind_are_read()
    {
        var config = ConfigurationFactory.ParseString("i = -3, l = 9000000000, d = 2.5e-1, list = [1, 2], flags = [on, no]");

        Assert.Equal(-3, config.GetInt("i"));
        Assert.Equal(9_000_000_000, config.GetLong("l"));
        Assert.Equal(0.25, config.GetDouble("d"));
        Assert.Equal(0.25f, config.GetFloat("d"));
        Assert.Equal(0.25m, config.GetDecimal("d"));
        Assert.Equal([1L, 2L], config.GetLongList("list"));
        Assert.Equal([1.0, 2.0], config.GetDoubleList("list"));
        Assert.Equal([1f, 2f], config.GetFloatList("list"));
        Assert.Equal([1m, 2m], config.GetDecimalList("list"));
        Assert.Equal([1, 2], config.GetByteList("list").Select(b => (int)b));
        Assert.Equal([true, false], config.GetBooleanList("flags"));
    }

    [Fact]
    public void A_missing_path_and_a_null_answer_with_the_default()
    {
        var config = ConfigurationFactory.ParseString("n = null").WithFallback(ConfigurationFactory.ParseString("n = 1"));

        Assert.Equal(7, config.GetInt("n", 7));
        Assert.False(config.HasPath("n"));
        Assert.Equal("d", config.GetString("none", "d"));
        Assert.Null(config.GetString("none"));
        Assert.Null(config.GetConfig("none"));
        Assert.Null(config.GetByteSize("none"));
        Assert.Empty(config.GetStringList("none"));
        Assert.Equal(["d"], config.GetStringList("none", ["d"]));
        Assert.Equal(TimeSpan.FromSeconds(3), config.GetTimeSpan("none", TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void A_value_of_the_wrong_kind_is_an_error_that_names_path_and_line()
    {
        var config = ConfigurationFactory.ParseString("s.t = text\no { x = 1 }\nl = [1, x]\nforever = infinite\nhuge = 8E9E");

        Action[] reads =
        [
            () => config.GetInt("s.t"), () => config.GetLong("s.t"), () => config.GetDouble("s.t"),
            () => config.GetFloat("s.t"), () => config.GetDecimal("s.t"), () => config.GetBoolean("s.t"),
            () => config.GetTimeSpan("s.t"), () => config.GetByteSize("s.t"), () => config.GetStringList("s.t"),
            () => config.GetConfig("s.t"),
        ];
        foreach (var read in reads)
        {
            var error = Assert.ThrowsAny<AkkaException>(read);
            Assert.IsType<ConfigurationException>(error);
            Assert.Contains("'s.t'", error.Message, StringComparison.Ordinal);
            Assert.Contains("line 1, column 7", error.Message, StringComparison.Ordinal);
        }

        Assert.Contains("an object", Assert.Throws<ConfigurationException>(() => config.GetString("o")).Message, StringComparison.Ordinal);
        Assert.Contains("'l'", Assert.Throws<ConfigurationException>(() => config.GetIntList("l")).Message, StringComparison.Ordinal);
        Assert.Throws<ConfigurationException>(() => config.GetTimeSpan("forever", null, allowInfinite: false));
        Assert.Throws<ConfigurationException>(() => config.GetByteSize("huge"));
        Assert.Throws<ConfigurationException>(() => config.GetInt("s..t"));
    }

    [Fact]
    public void WithFallback_asks_the_fallback_key_by_key()
    {
        var config = ConfigurationFactory.ParseString("a { x = 1 }, top = 1")
            .WithFallback(ConfigurationFactory.ParseString("a { x = 2, y = 2 }"))
            .WithFallback(ConfigurationFactory.ParseString("a { y = 3, z = 3 }, top { hidden = 1 }"));

        Assert.Equal((1, 2, 3), (config.GetInt("a.x"), config.GetInt("a.y"), config.GetInt("a.z")));
        Assert.Equal((1, 2, 3), (config.GetConfig("a").GetInt("x"), config.GetConfig("a").GetInt("y"), config.GetConfig("a").GetInt("z")));
        Assert.False(config.HasPath("top.hidden"));
        Assert.Equal(["x", "y", "z"], config.GetConfig("a").AsEnumerable().Select(p => p.Key));
    }

    [Fact]
    public void WithFallback_leaves_both_sides_as_they_were()
    {
        var first = ConfigurationFactory.ParseString("a = 1");
        var second = ConfigurationFactory.ParseString("b = 2");

        var both = first.WithFallback(second);

        Assert.False(first.HasPath("b"));
        Assert.False(second.HasPath("a"));
        Assert.Equal(2, both.GetInt("b"));
        Assert.Same(first, first.WithFallback(null));
        Assert.Same(first, first.WithFallback(Config.Empty));
        Assert.Same(first, Config.Empty.WithFallback(first));
        Assert.Throws<ArgumentException>(() => first.WithFallback(first));
    }

    [Fact]
    public void Empty_and_null_are_empty()
    {
        Assert.True(Config.Empty.IsEmpty);
        Assert.True(ConfigurationFactory.Load().IsEmpty);
        Assert.True(ConfigurationFactory.ParseString("# nothing").IsEmpty);
        Assert.True(((Config?)null).IsNullOrEmpty());
        Assert.False(ConfigurationFactory.ParseString("a = 1").IsNullOrEmpty());
    }

    [Fact]
    public void A_string_converts_to_a_configuration()
    {
        Config config = "a = 1";

        Assert.Equal(1, config.GetInt("a"));
    }

    [Fact]
    public void Printed_text_parses_to_the_same_values_whatever_they_hold()
    {
        Prop.ForAll<Dictionary<NonNull<string>, NonNull<string>[]>>(source =>
        {
            var wanted = source.ToDictionary(p => p.Key.Get, p => p.Value.Select(v => v.Get).ToArray());
            var printed = ConfigurationFactory.FromObject(new { wanted }).ToString();
            var read = ConfigurationFactory.ParseString(printed).GetValue("wanted").GetObject().Items;
            return read.Count == wanted.Count
                && wanted.All(p => read[p.Key].GetArray().Select(v => v.GetString()).SequenceEqual(p.Value));
        }).QuickCheckThrowOnFailure();
    }
}
