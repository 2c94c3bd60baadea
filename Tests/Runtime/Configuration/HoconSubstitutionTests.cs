using Akka.Configuration;
using Xunit;

namespace Sim.Tests.Runtime.Configuration;

// The cases of "Substitutions" and "Self-Referential Substitutions" in github.com/lightbend/config, HOCON.md.
public sealed class HoconSubstitutionTests
{
    [Theory]
    [InlineData("a = ${b}, b = 1", "a", "1")]
    [InlineData("b = 1, a = ${b}, b = 2", "a", "2")]
    [InlineData("a = x ${b} y, b = 1", "a", "x 1 y")]
    [InlineData("a = ${?b}x", "a", "x")]
    [InlineData("a = 1, a = ${?b}", "a", "1")]
    [InlineData("a = b c, a = ${a}\" d\"", "a", "b c d")]
    [InlineData("a = ${?a}foo", "a", "foo")]
    [InlineData("bar { foo = 42, baz = ${bar.foo} }", "bar.baz", "42")]
    [InlineData("bar { foo = 42, baz = ${bar.foo} }\nbar { foo = 43 }", "bar.baz", "43")]
    [InlineData("bar { a = ${foo.d}, b = 1 }\nbar.b = 3\nfoo { c = ${bar.b}, d = 2 }\nfoo.d = 4", "bar.a", "4")]
    [InlineData("bar { a = ${foo.d}, b = 1 }\nbar.b = 3\nfoo { c = ${bar.b}, d = 2 }\nfoo.d = 4", "foo.c", "3")]
    [InlineData("foo { a { c = 1 } }\nfoo = ${foo.a}\nfoo { a = 2 }", "foo.a", "2")]
    [InlineData("foo { a { c = 1 } }\nfoo = ${foo.a}\nfoo { a = 2 }", "foo.c", "1")]
    [InlineData("base { x = 1, y = 2 }\na = ${base} { y = 3 }", "a.y", "3")]
    [InlineData("base { x = 1, y = 2 }\na = ${base} { y = 3 }", "a.x", "1")]
    [InlineData("a { x = 1 }\na = ${a} { y = ${a.x} }", "a.y", "1")]
    [InlineData("a = ${b}, b = ${c}, c = ${d.e}, d { e = deep }", "a", "deep")]
    [InlineData("a = ${\"k.with.dots\"}, \"k.with.dots\" = 1", "a", "1")]
    public void A_substitution_takes_the_final_value_of_the_whole_text(string text, string path, string expected) =>
        Assert.Equal(expected, ConfigurationFactory.ParseString(text).GetString(path));

    [Fact]
    public void A_list_may_append_to_itself()
    {
        var config = ConfigurationFactory.ParseString("path = [a]\npath = ${path} [b]\npath = [c] ${path} ${?none}");

        Assert.Equal(["c", "a", "b"], config.GetStringList("path"));
    }

    [Fact]
    public void A_missing_optional_value_leaves_no_key_and_no_element()
    {
        var config = ConfigurationFactory.ParseString("a = ${?none}, b = [1, ${?none}, 2], c = ${?x}${?y}");

        Assert.False(config.HasPath("a"));
        Assert.False(config.HasPath("c"));
        Assert.Equal([1, 2], config.GetIntList("b"));
    }

    [Theory]
    [InlineData("a = ${none}", "${none}")]
    [InlineData("a = ${a}", "${a}")]
    [InlineData("a = ${b}, b = ${a}", "cycle")]
    [InlineData("a = ${b}, b = ${c}, c = ${a}", "cycle")]
    [InlineData("a { b = ${a} }", "cycle")]
    [InlineData("a = ${?b}, b = ${?a}", "cycle")]
    [InlineData("a = ${b} [1], b = text", "side by side")]
    public void A_value_that_cannot_be_found_is_an_error_with_its_place(string text, string part)
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(text));

        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Contains("line 1, column ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_text_cannot_expand_without_bound()
    {
        var doubling = string.Join('\n', Enumerable.Range(1, 60).Select(i => $"a{i} = ${{a{i - 1}}}${{a{i - 1}}}"));

        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString($"a0 = xxxxxxxx\n{doubling}"));

        Assert.Contains("expand", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(1000, 1)]
    public void Long_chains_end_in_a_value_or_a_named_error(int from, int to)
    {
        var indices = from < to ? Enumerable.Range(from, to) : Enumerable.Range(to, from).Reverse();
        var text = "a0 = x\n" + string.Join('\n', indices.Select(i => $"a{i} = ${{a{i - 1}}}"));

        if (from < to)
        {
            Assert.Equal("x", ConfigurationFactory.ParseString(text).GetString("a1000"));
        }
        else
        {
            var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(text));
            Assert.Contains("256", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nesting_built_by_substitutions_is_bounded_too()
    {
        var text = "a0 = 1\n" + string.Join('\n', Enumerable.Range(1, 200).Select(i => $"a{i} = [${{a{i - 1}}}]"));

        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(text));

        Assert.Contains("128", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_configuration_lists_its_substitutions_with_what_they_became()
    {
        var config = ConfigurationFactory.ParseString("a = ${b}, b = 1, c = ${?none}");

        Assert.Collection(
            config.Substitutions,
            s => Assert.Equal(("b", "1"), (s.Path, s.ResolvedValue?.GetString())),
            s => Assert.Equal(("none", true, (string?)null), (s.Path, s.IsQuestionMark, s.ResolvedValue?.GetString())));
    }
}
