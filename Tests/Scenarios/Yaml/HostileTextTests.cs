using FsCheck;
using FsCheck.Fluent;
using Sim.Scenarios.Yaml;
using Xunit;

namespace Sim.Tests.Scenarios.Yaml;

/// <summary>Whatever a file holds, it is a scenario or one named error.</summary>
public sealed class HostileTextTests
{
    [Fact]
    public void Damaged_file_is_read_or_refused_in_one_line()
    {
        var anyDamage =
            from at in Gen.Choose(0, Texts.Full.Length - 1)
            from length in Gen.Choose(0, 20)
            from insert in Gen.Elements(
                "", " ", "\n", "\n  ", "[", "]", "{", "}", ":", ": ", "- ", "? ", "&a ", "*a", "!x ", "\"", "'", "|", ">", "#", "%", "@", "\t", "\0", "---\n", "...\n", ",",
                "0", "-", "9999999999999999999999", "é", "\ud83d", "<<: *a", "~", "\r")
            select Texts.Full.Remove(at, Math.Min(length, Texts.Full.Length - at)).Insert(at, insert);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Arb.From(anyDamage), AssertReadOrRefused));
    }

    [Fact]
    public void Any_text_is_read_or_refused_in_one_line() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), AssertReadOrRefused));

    [Theory]
    [InlineData("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n")]
    [InlineData("a: &a { b: *a }\n")]
    [InlineData("sim: 1\n<<: { name: x }\n")]
    public void Anchors_never_unfold(string text) => Assert.Throws<ScenarioException>(() => Texts.Parse(text));

    [Theory]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: \n ")]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("&a ")]
    [InlineData("!")]
    [InlineData("\"")]
    [InlineData("- a\n")]
    [InlineData("a, ")]
    [InlineData("%a\n")]
    [InlineData("9")]
    [InlineData("\n\n ")]
    public void Repetition_up_to_the_largest_file_is_refused(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, (ScenarioFile.MaxBytes / part.Length) - 8));

        Assert.Throws<ScenarioException>(() => Texts.Parse(text));
        Assert.Throws<ScenarioException>(() => Texts.Parse("name: " + text));
        Assert.Throws<ScenarioException>(() => Texts.Parse(Texts.Minimal, "name=[" + text));
    }

    private static void AssertReadOrRefused(string text)
    {
        try
        {
            Assert.NotNull(Texts.Parse(text));
        }
        catch (ScenarioException refused)
        {
            Assert.StartsWith(Texts.Name + ":", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(refused.Message, char.IsControl);
            Assert.True(refused is { Line: > 0, Column: > 0 });
        }
    }
}
