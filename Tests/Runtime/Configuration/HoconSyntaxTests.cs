using Akka.Configuration;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Sim.Tests.Runtime.Configuration;

public sealed class HoconSyntaxTests
{
    [Theory]
    [InlineData("a.b = 1")]
    [InlineData("a.b : 1")]
    [InlineData("{ a { b : 1 } }")]
    [InlineData("a : { b = 1, }")]
    [InlineData("{\"a\": {\"b\": 1}}")]
    [InlineData("a { }\na { b = 1 }")]
    [InlineData("a\n{\n b =\n 1\n}")]
    [InlineData("# comment\na.b = 1 // more")]
    [InlineData("a.b = 1# right behind")]
    [InlineData("a = 5, a.b = 1")]
    [InlineData("a . b = 1")]
    [InlineData("\ufeffa.b = 1\r\n")]
    public void Spellings_of_one_object_read_the_same(string text) =>
        Assert.Equal(1, ConfigurationFactory.ParseString(text).GetInt("a.b"));

    [Theory]
    [InlineData("a = hello world ", "hello world")]
    [InlineData("a = \"x\" \"y\"", "x y")]
    [InlineData("a = 10 s # later", "10 s")]
    [InlineData("a = \"tab\\t \\u0041 \\\"q\\\" \\\\ \\/\"", "tab\t A \"q\" \\ /")]
    [InlineData("a = \"\"\"raw \\n \"quoted\" \n line\"\"\"", "raw \\n \"quoted\" \n line")]
    [InlineData("a = \"\"\"four\"\"\"\"", "four\"")]
    [InlineData("a = \"\"", "")]
    [InlineData("a = /user/parent", "/user/parent")]
    [InlineData("a = \"Some.Type, Some-Assembly\"", "Some.Type, Some-Assembly")]
    [InlineData("a = 1e+5", "1e+5")]
    public void Strings_read_as_written(string text, string expected) =>
        Assert.Equal(expected, ConfigurationFactory.ParseString(text).GetString("a"));

    [Fact]
    public void A_quoted_key_may_hold_dots_and_slashes()
    {
        var config = ConfigurationFactory.ParseString("deployment { \"/a.b/*\" { size = 3 }, /plain { size = 4 }, my key = 5 }");

        Assert.Equal(3, config.GetInt("deployment.\"/a.b/*\".size"));
        Assert.Equal(4, config.GetInt("deployment./plain.size"));
        Assert.Equal(5, config.GetInt("deployment.my key"));
    }

    [Fact]
    public void Arrays_take_commas_and_lines_and_join_side_by_side()
    {
        var config = ConfigurationFactory.ParseString("a = [1, 2,]\nb = [\n1\n2\n]\nc = [1] [2]\nd = []\ne = [[1], {x = 2}]");

        Assert.Equal([1, 2], config.GetIntList("a"));
        Assert.Equal([1, 2], config.GetIntList("b"));
        Assert.Equal([1, 2], config.GetIntList("c"));
        Assert.Empty(config.GetIntList("d"));
        Assert.Equal(2, config.GetValue("e").GetArray()[1].GetObject().GetKey("x")!.GetInt());
    }

    [Fact]
    public void Plus_equals_appends_to_what_was_there()
    {
        var config = ConfigurationFactory.ParseString("a = [1]\na += 2\na += 3\nb += 1\nc { d += x }");

        Assert.Equal([1, 2, 3], config.GetIntList("a"));
        Assert.Equal([1], config.GetIntList("b"));
        Assert.Equal(["x"], config.GetStringList("c.d"));
    }

    [Fact]
    public void Objects_side_by_side_merge_and_a_later_scalar_replaces_an_object()
    {
        var config = ConfigurationFactory.ParseString("a = { x = 1 } { y = 2 }\nb { x = 1 }\nb = 2\nc = 1\nc { x = 3 }");

        Assert.Equal(1, config.GetInt("a.x"));
        Assert.Equal(2, config.GetInt("a.y"));
        Assert.Equal(2, config.GetInt("b"));
        Assert.False(config.HasPath("b.x"));
        Assert.Equal(3, config.GetInt("c.x"));
    }

    [Theory]
    [InlineData("a = 1\nb = [1, 2", 2, 5)]
    [InlineData("a {\n b = 1\n", 1, 3)]
    [InlineData("a = 1 }", 1, 7)]
    [InlineData("a\nb", 2, 1)]
    [InlineData("a = \"open\nb = 1", 1, 5)]
    [InlineData("\n\n a = @x", 3, 6)]
    [InlineData("a = \"\\q\"", 1, 6)]
    [InlineData("a = 1,, b = 2", 1, 7)]
    [InlineData("a = [1,,2]", 1, 8)]
    [InlineData("[1]", 1, 1)]
    [InlineData("a = ${b", 1, 5)]
    [InlineData("a = ${}", 1, 5)]
    [InlineData("a =", 1, 4)]
    [InlineData("= 1", 1, 1)]
    [InlineData("a. = 1", 1, 1)]
    [InlineData("a = [1] x", 1, 5)]
    [InlineData("a = {} x", 1, 8)]
    [InlineData("{ a = 1 } b = 2", 1, 11)]
    [InlineData("a = \"\"\"open", 1, 5)]
    [InlineData("include \"x\"", 1, 1)]
    [InlineData("a = http://x", 1, 9)]
    public void A_mistake_is_reported_with_its_line_and_column(string text, int line, int column)
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(text));

        Assert.Contains($"line {line}, column {column}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]", 127)]
    [InlineData("{a:", "}", 63)]
    public void Nesting_beyond_128_levels_is_refused(string open, string close, int allowed)
    {
        string Nested(int levels) =>
            "a = " + string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));

        Assert.True(ConfigurationFactory.ParseString(Nested(allowed)).HasPath("a"));
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(Nested(100_000)));
        Assert.Contains("128", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dotted_keys_count_as_nesting()
    {
        var key = string.Join('.', Enumerable.Repeat("a", 129));

        Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString($"{key} = 1"));
    }

    [Fact]
    public void A_text_beyond_four_mebi_characters_is_refused()
    {
        var error = Assert.Throws<ConfigurationException>(
            () => ConfigurationFactory.ParseString(new string('#', (4 * 1024 * 1024) + 1)));

        Assert.Contains("4194304", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_read_or_refused_with_a_configuration_error()
    {
        string[] tokens =
        [
            "a", "b", ".", "=", ":", "+=", "{", "}", "[", "]", ",", "\n", " ", "${a}", "${?b.a}", "${", "\"", "\"\"\"",
            "#", "//", "\\", "include ", "include \"x\"", "null", "1", "s",
        ];
        var texts = Gen.Elements(tokens).ListOf().Select(string.Concat).ToArbitrary();

        Prop.ForAll(texts, text =>
        {
            Akka.Configuration.Config config;
            try
            {
                config = ConfigurationFactory.ParseString(text);
            }
            catch (ConfigurationException)
            {
                return true;
            }

            return ConfigurationFactory.ParseString(config.ToString()).ToString() == config.ToString();
        }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
