using Sim.Checkers;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml;
using Sim.Scenarios.Yaml.Nodes;
using Sim.Scenarios.Yaml.Schemas;
using Xunit;

namespace Sim.Tests.Scenarios.Yaml;

/// <summary>Scenario.schema.json and the code say the same.</summary>
public sealed class ScenarioSchemaTests
{
    // These have one value, or say aloud what holds anyway.
    private static readonly string[] WithoutEffect = ["device.profile", "sessions.*.arrival"];

    public static TheoryData<string> Keys =>
        [.. SchemaKeys.Of(SchemaReader.Scenario).Select(key => key.Path).Where(path => !path.StartsWith("expect.metrics.", StringComparison.Ordinal))];

    [Fact]
    public void Every_key_is_described() =>
        Assert.All(SchemaKeys.Of(SchemaReader.Scenario), key => Assert.False(string.IsNullOrWhiteSpace(key.Schema.Description), key.Path));

    [Fact]
    public void Every_map_refuses_other_keys()
    {
        var maps = SchemaKeys.Of(SchemaReader.Scenario).Select(key => key.Schema).Where(schema => schema.Is(NodeType.Object)).ToList();

        Assert.NotEmpty(maps);
        Assert.All(maps, map => Assert.NotNull(SchemaCheck.First(
            new MapNode(default, [new MapEntry("nonsense", default, new ScalarNode(default, "1", quoted: false))]), map)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_is_read(string path)
    {
        var full = NodeParser.Parse(Texts.Full, Texts.Name);
        var place = SchemaKeys.FirstIn(full, path);
        Assert.True(place is not null, $"no test scenario has the key {path}");

        Scenario? without = null;
        var refused = Record.Exception(() => without = Texts.Parse(Texts.Full, $"{place}="));

        if (refused is null)
            Assert.Equal(WithoutEffect.Contains(path), without!.Equals(Texts.Parse(Texts.Full)));
        else
            Assert.IsType<ScenarioException>(refused);
    }

    [Fact]
    public void Every_key_that_is_written_is_in_the_schema()
    {
        var written = SchemaKeys.PathsIn(ScenarioNodes.Of(Texts.Parse(Texts.Full), default)).ToHashSet();

        Assert.Subset(SchemaKeys.Of(SchemaReader.Scenario).Select(key => key.Path).ToHashSet(), written);
    }

    [Fact]
    public void Metrics_are_those_of_the_reports()
    {
        var metrics = SchemaReader.Scenario.Property("expect")!.Property("metrics")!.Properties;

        Assert.Equal(MetricCatalog.Names, metrics.Select(metric => metric.Key));
        Assert.All(metrics, metric => Assert.Equal(
            $"{MetricCatalog.KindOf(metric.Key)}-bound", metric.Value.Format, ignoreCase: true));
    }

    [Fact]
    public void Policies_are_those_of_the_device() =>
        Assert.Equal(KeySwitchPolicies.Names, SchemaReader.Scenario.Property("policies")!.Items!.Enum);

    [Fact]
    public void Modes_are_those_of_runs() =>
        Assert.Equal(RunModes.Names, SchemaReader.Scenario.Property("modes")!.Items!.Enum);

    [Fact]
    public void Properties_are_those_of_the_checkers()
    {
        var expect = SchemaReader.Scenario.Property("expect")!;
        var properties = new PropertySet().Properties;

        Assert.Equal(properties.Select(property => property.Name).Order(), expect.Property("off")!.Items!.Enum.Order());
        Assert.Equal(
            properties.Where(property => property.Kind == PropertyKind.Sometimes).Select(property => property.Name).Order(),
            expect.Property("sometimes")!.Items!.Enum.Order());
    }

    [Fact]
    public void Defaults_are_those_of_the_model()
    {
        string[] texts =
        [
            Texts.Minimal,
            Texts.Minimal.Replace("count: 10", "count: 10, pattern: { skip: 1 }", StringComparison.Ordinal),
            Texts.Minimal.Replace("count: 10 }", "count: 10 }, refresh: { every: 1 jobs }", StringComparison.Ordinal),
        ];
        var defaults = SchemaKeys.Of(SchemaReader.Scenario).Where(key => key.Schema.Default is not null).ToList();

        Assert.InRange(defaults.Count, 10, 100);
        Assert.All(defaults, key =>
        {
            var path = key.Path.Replace("*", "movie", StringComparison.Ordinal);
            var parent = key.Path.Split('.')[^2];
            var text = texts[parent == "pattern" ? 1 : parent == "refresh" ? 2 : 0];
            if (path != "sessions.movie.jobs.pattern.skip")
                Assert.Equal(Texts.Parse(text), Texts.Parse(text, $"{path}={key.Schema.Default}"));
        });
    }

    [Theory]
    [InlineData("time", "0s", "50ms", "1.5 h", "2  min")]
    [InlineData("time-or-forever", "forever", "0.1us")]
    [InlineData("size", "0B", "1.5KiB..2 MiB", "1KB .. 1GB")]
    [InlineData("one-size", "0B", "1.5KiB", "2 MiB")]
    [InlineData("rate", "60/s", "0.5 /min", "1/h")]
    [InlineData("pace", "1 job", "25 jobs", "25jobs", "10ms", "0.5h")]
    [InlineData("script-command", "job", "4 jobs", "1job", "start", "finish", "renegotiate", "reuseIv", "wrapCounter", "staleWrap", "waitFence", "loseKey", "close")]
    [InlineData("chance", "1/500", "1 / 2")]
    [InlineData("count-bound", "< 1", "<=1", "== 16000")]
    [InlineData("time-bound", "< 1 ms", ">=1.5s")]
    [InlineData("throughput-bound", "> 1 B/s", ">= 1.5GiB/s")]
    [InlineData("name", "a", "refresh-storm", "a1-2")]
    public void Editors_accept_what_the_reader_accepts(string format, params string[] texts) => Assert.All(texts, text =>
    {
        Assert.Null(TextFormats.Read(format, text).Problem);
        Assert.All(Patterns(format), pattern => Assert.Matches(pattern, text));
    });

    [Theory]
    [InlineData("time", "50", "50 sec", "forever", "-1ms", "1.ms", "", "1 jobs")]
    [InlineData("time-or-forever", "for ever", "1", "never")]
    [InlineData("size", "1", "1kib", "1B..", "..1B", "1B...2B", "1B..2B..3B")]
    [InlineData("one-size", "1", "1kib", "1B..2B", "B")]
    [InlineData("rate", "60", "60/day", "/s", "60")]
    [InlineData("pace", "25", "1.5 jobs", "25 days")]
    [InlineData("script-command", "jobs", "4", "4 starts", "2 reuseIvs", "Start", "losekey", "", "job ", "1.5 jobs")]
    [InlineData("chance", "1/", "0.1/2", "-1/2", "1/2/3")]
    [InlineData("count-bound", "1", "= 1", "< 1.5", "< 1ms")]
    [InlineData("time-bound", "1 ms", "< 1", "< 1 B/s")]
    [InlineData("throughput-bound", "> 1", "> 1 B")]
    [InlineData("name", "A", "1a", "a--b", "a-", "-a", "a b", "a\n")]
    public void Editors_refuse_what_the_reader_refuses(string format, params string[] texts) => Assert.All(texts, text =>
    {
        Assert.NotNull(TextFormats.Read(format, text).Problem);
        Assert.All(Patterns(format), pattern => Assert.DoesNotMatch(pattern.Replace("$", "\\z", StringComparison.Ordinal), text));
    });

    [Fact]
    public void Schema_beside_the_library_is_the_one_that_is_used()
    {
        using var used = typeof(ScenarioFile).Assembly.GetManifestResourceStream("Scenario.schema.json")!;
        using var reader = new StreamReader(used);

        Assert.Equal(reader.ReadToEnd(), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scenario.schema.json")));
    }

    [Theory]
    [InlineData("""{ "type": "string", "contains": 1 }""", "keyword 'contains'")]
    [InlineData("""{ "type": "object", "additionalProperties": true }""", "keyword 'additionalProperties'")]
    [InlineData("""{ "type": "object", "oneOf": [{ "type": "string" }] }""", "only 'required' is supported")]
    [InlineData("""{ "type": "string", "pattern": "a" }""", "has no format")]
    [InlineData("""{ "$ref": "#/elsewhere" }""", "not one of its definitions")]
    [InlineData("""{ "$ref": "#/$defs/a", "$defs": { "a": { "$ref": "#/$defs/a" } } }""", "round in a circle")]
    public void Schema_that_says_more_than_is_checked_is_refused(string json, string problem) =>
        Assert.Contains(problem, Assert.Throws<InvalidDataException>(() => SchemaReader.Read(json)).Message, StringComparison.Ordinal);

    private static List<string> Patterns(string format)
    {
        var patterns = SchemaKeys.Of(SchemaReader.Scenario)
            .Select(key => key.Schema.Items ?? key.Schema)
            .Where(schema => schema.Format == format)
            .Select(schema => schema.Pattern!)
            .Distinct()
            .ToList();
        Assert.NotEmpty(patterns);
        return patterns;
    }
}
