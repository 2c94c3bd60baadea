using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml;
using Sim.Scenarios.Yaml.Schemas;
using Xunit;

namespace Sim.Tests.Scenarios.Yaml;

/// <summary>docs/scenarios.md says what is so: its examples are read, and every key stands in it.</summary>
public sealed class ScenarioDocumentTests
{
    private const string Fence = "```";

    private static readonly string Document = Read("scenarios.md");

    public static TheoryData<string> Scenarios => [.. Blocks("yaml")];

    public static TheoryData<string> Fragments => [.. Blocks("yaml fragment")];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Complete_example_is_a_scenario(string text)
    {
        var scenario = Texts.Parse(text);

        Assert.Equal(scenario, Texts.Parse(ScenarioWriter.Write(scenario)));
    }

    [Theory]
    [MemberData(nameof(Fragments))]
    public void Fragment_is_part_of_a_scenario(string text)
    {
        var scenario = Texts.Parse(text.Contains("sessions:", StringComparison.Ordinal)
            ? "sim: 1\nname: x\nsummary: y\n" + text
            : Texts.Minimal + "\n" + text);

        Assert.NotEmpty(scenario.Sessions);
    }

    [Fact]
    public void Example_in_csharp_is_the_one_in_yaml()
    {
        var tour = Blocks("csharp").First();

        Assert.Contains(Flat(tour), Flat(Read("DocumentedTour.cs")), StringComparison.Ordinal);
        Assert.Equal(Texts.Parse(Blocks("yaml").First()), DocumentedTour.Build());
    }

    [Fact]
    public void Printed_example_is_what_the_program_prints()
    {
        var chain = Scenario.Named("chain")
            .Summary("Two refreshes in a row, every 10 jobs")
            .Sessions("movie", 4, s => s.Jobs(200).RefreshEvery(10, chain: 2))
            .Build();

        Assert.Equal(Blocks("yaml").Last(), ScenarioWriter.Write(chain));
    }

    [Fact]
    public void Every_key_is_explained() => Assert.All(
        SchemaKeys.Of(SchemaReader.Scenario).Select(key => key.Schema.Is(NodeType.Array) || !key.Path.StartsWith("expect.metrics.", StringComparison.Ordinal)
            ? key.Path.Split('.')[^1]
            : key.Path["expect.metrics.".Length..]).Where(key => key != "*"),
        key => Assert.Contains($"`{key}", Document, StringComparison.Ordinal));

    [Theory]
    [InlineData("sim: 1\nname: x\nsummary: y\ndevice: { engins: 4 }", "mine.yaml:4:11: device.engins: there is no key 'engins'; did you mean 'engines'?")]
    [InlineData("sim: 1\nname: x\nsummary: y\ndevice: {     watchdog: 50 }", "mine.yaml:4:25: device.watchdog: '50' has no unit; a time is in us, ms, s, min or h")]
    [InlineData(
        "sim: 1\nname: x\nsummary: y\n\nsessions:\n  - { name: a, jobs: { count: 1 } }\nfaults:\n  - { at: 5ms, engine: 4, crash: true }",
        "mine.yaml:8:24: faults.0.engine: there is no engine 4; the device has 4, the first is 0")]
    public void Errors_are_the_ones_that_are_shown(string text, string line)
    {
        var refused = Assert.Throws<ScenarioException>(() => ScenarioFile.Parse(text, "mine.yaml", []));

        Assert.Equal(line, refused.Message);
        Assert.Contains($"sim: {line}\n", Document, StringComparison.Ordinal);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", file));

    private static string Flat(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));

    private static IEnumerable<string> Blocks(string kind)
    {
        var lines = Document.Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            if (lines[start] != Fence + kind)
                continue;
            var end = Array.IndexOf(lines, Fence, start);
            yield return string.Concat(lines[(start + 1)..end].Select(line => line + "\n"));
        }
    }
}
