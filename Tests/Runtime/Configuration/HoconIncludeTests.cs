using Akka.Configuration;
using Akka.Configuration.Hocon;
using Xunit;

namespace Sim.Tests.Runtime.Configuration;

public sealed class HoconIncludeTests
{
    [Fact]
    public void An_included_file_merges_where_it_stands()
    {
        var config = Parse("a = 1\ninclude \"other\"\nc = 3", ("other", "a = 2, b = 2, c = 2"));

        Assert.Equal((2, 2, 3), (config.GetInt("a"), config.GetInt("b"), config.GetInt("c")));
    }

    [Fact]
    public void Substitutions_of_an_included_file_look_beside_themselves_first_and_in_the_whole_then()
    {
        var config = Parse(
            "outer = main\nsection { include required(file(\"other\")) }\nsection.inner = changed",
            ("other", "inner = 1, x = ${inner}, y = ${outer}, list += 1, list += 2"));

        Assert.Equal("changed", config.GetString("section.x"));
        Assert.Equal("main", config.GetString("section.y"));
        Assert.Equal([1, 2], config.GetIntList("section.list"));
    }

    [Fact]
    public void A_file_that_is_not_there_is_skipped_unless_required()
    {
        Assert.Equal(1, Parse("include \"none\"\na = 1").GetInt("a"));
        var error = Assert.Throws<ConfigurationException>(() => Parse("a = 1\ninclude required(\"none\")"));
        Assert.Contains("line 2, column 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_includes_itself_is_an_error()
    {
        var error = Assert.Throws<ConfigurationException>(() => Parse("include \"self\"", ("self", "include \"self\"")));

        Assert.Contains("32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Include_is_an_ordinary_key_too() => Assert.Equal(1, Parse("include = 1").GetInt("include"));

    private static Config Parse(string text, params (string Name, string Text)[] files)
    {
        HoconRoot? Find(string name)
        {
            var file = Array.Find(files, f => f.Name == name);
            return file.Text is null ? null : Parser.Parse(file.Text, Find);
        }

        return ConfigurationFactory.ParseString(text, Find!);
    }
}
