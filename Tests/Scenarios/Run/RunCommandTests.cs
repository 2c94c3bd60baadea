using System.Text.Json;
using Sim.Scenarios;
using Sim.Scenarios.Commands;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Sim.Tests.Scenarios.Output;
using Sim.Tests.Scenarios.Play;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

/// <summary>`sim run` and `sim list` from the command line.</summary>
public sealed class RunCommandTests
{
    private const string SessionKeyHex = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    [Fact]
    public async Task Run_shows_figures_properties_and_a_summary()
    {
        var ran = await Run("run", "storm");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("200 completed, 0 aborted, 0 refused", ran.Output, StringComparison.Ordinal);
        Assert.Contains("EpochAtSubmission", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("200 decrypt jobs, 38 refreshes, 0 violations", ran.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(ran.Error);
    }

    [Theory]
    [InlineData("parallel", JsonValueKind.Null, JsonValueKind.Null)]
    [InlineData("virtual", JsonValueKind.Number, JsonValueKind.String)]
    public async Task Json_has_every_key_of_a_run_and_none_of_a_playback(string mode, JsonValueKind virtualSeconds, JsonValueKind traceHash)
    {
        var ran = await Run(
            "run", "storm", "--mode", mode, "--policy", "drain", "--engines", "2", "--seed", "9", "--refresh-every", "50", "--json");

        Assert.Equal(0, ran.ExitCode);
        var json = ran.Json;
        Assert.Equal("storm", json.GetProperty("scenario").GetString());
        Assert.Equal(mode, json.GetProperty("mode").GetString());
        Assert.Equal("drain", json.GetProperty("policy").GetString());
        Assert.Equal(2, json.GetProperty("engines").GetInt32());
        Assert.Equal(9, json.GetProperty("seed").GetInt32());
        Assert.Equal(200, json.GetProperty("jobs").GetInt64());
        Assert.Equal(2, json.GetProperty("refreshes").GetInt64());
        foreach (var key in new[] { "bytes", "completed", "aborted", "refused", "violations", "properties", "elapsedSeconds", "throughputMBps" })
            Assert.True(json.TryGetProperty(key, out _), key);
        foreach (var key in new[] { "count", "p50Us", "p99Us", "maxUs" })
            Assert.True(json.GetProperty("barrier").TryGetProperty(key, out _), key);
        foreach (var key in new[] { "p50Us", "p99Us", "maxUs" })
            Assert.True(json.GetProperty("stall").TryGetProperty(key, out _), key);
        Assert.Equal(virtualSeconds, json.GetProperty("virtualSeconds").ValueKind);
        Assert.Equal(traceHash, json.GetProperty("traceHash").ValueKind);
        Assert.False(json.TryGetProperty("samples", out _));
        Assert.False(json.TryGetProperty("samplesVerified", out _));
    }

    [Fact]
    public async Task A_violation_is_exit_1_and_told_with_the_line_that_runs_it_again()
    {
        var ran = await Run("run", "storm", "--policy", "broken-nonce-not-cleared", "--set", "sessions.s.count=1");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("violated: EpochAtSubmission: session 0: epoch 2", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "run it again: sim run storm --set sessions.s.count=1 --policy broken-nonce-not-cleared --seed 1",
            ran.Output.TrimEnd(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no scenario 'x'", "run", "x")]
    [InlineData("Required argument 'SCENARIO' missing", "run")]
    [InlineData("'x' is one argument too many", "run", "storm", "x")]
    [InlineData("--policy: there is no policy 'x'", "run", "storm", "--policy", "x")]
    [InlineData("--policy: scenario 'slots-only' is not for 'drain', but for slots", "run", "slots-only", "--policy", "drain")]
    [InlineData("--mode: there is no mode 'x'", "run", "storm", "--mode", "x")]
    [InlineData("scenario 'slots-only' is not for mode 'virtual', but for parallel", "run", "slots-only", "--mode", "virtual")]
    [InlineData("scenario 'slots-only' is not for mode 'virtual', but for parallel", "explore", "slots-only")]
    [InlineData("--seeds: goes with --mode virtual", "run", "slots-only", "--seeds", "2")]
    [InlineData("--engines: 65 is out of range", "run", "storm", "--engines", "65")]
    [InlineData("--engines: 'x' is not a whole number", "run", "storm", "--engines", "x")]
    [InlineData("--refresh-every: -1 is out of range", "run", "storm", "--refresh-every", "-1")]
    [InlineData("--session-key: has 2 characters", "run", "storm", "--session-key", "ab")]
    [InlineData("--trace: the path is empty", "run", "storm", "--trace", "")]
    [InlineData("--timeline: the path is empty", "run", "storm", "--timeline", "")]
    [InlineData("--timeline: is the same file as --trace", "run", "storm", "--trace", "t.json", "--timeline", "./t.json")]
    [InlineData("there is no option '--x'", "run", "storm", "--x")]
    public async Task Bad_usage_is_one_line_and_exit_2(string problem, params string[] args)
    {
        var ran = await Run(args);

        Assert.Equal(2, ran.ExitCode);
        Assert.StartsWith($"sim: {problem}", ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
        Assert.Empty(ran.Output);
    }

    [Fact]
    public async Task Closed_forms_stand_beside_what_the_run_came_to()
    {
        var json = (await Playing.Run("run", "closed-form-drain", "--json")).Json.GetProperty("closedForms");
        var text = (await Playing.Run("run", "closed-form-drain")).Output;

        var barrier = json.EnumerateArray().Single(figure => figure.GetProperty("name").GetString() == "barrier");
        Assert.Equal("us", barrier.GetProperty("unit").GetString());
        Assert.Equal(57.792, barrier.GetProperty("expected").GetDouble(), 3);
        Assert.Equal(57.792, barrier.GetProperty("simulated").GetDouble(), 0.1);
        Assert.InRange(barrier.GetProperty("deviation").GetDouble(), 0, 0.02);
        Assert.Equal(JsonValueKind.Null, barrier.GetProperty("note").ValueKind);
        Assert.Matches("barrier +│ 57.8 us +│ 57.8 us +│ 0.0[0-9] %", text);
        Assert.Contains("no closed form of engine utilisation, saturation: engines idle while drain holds jobs", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("storm", "virtual")]
    [InlineData("slots-only", "parallel")]
    public async Task Unless_asked_otherwise_a_run_is_virtual_if_the_scenario_can_be(string scenario, string mode)
    {
        var ran = await Run("run", scenario, "--json");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(mode, ran.Json.GetProperty("mode").GetString());
    }

    [Fact]
    public async Task A_trace_that_cannot_be_written_is_exit_2()
    {
        using var directory = new TemporaryDirectory();

        var ran = await Run("run", "storm", "--trace", Path.Combine(directory["none"], "t.jsonl"));

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("t.jsonl", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--trace")]
    [InlineData("--timeline")]
    public async Task An_output_does_not_overwrite_the_scenario(string option)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory["storm.yaml"], "kept");

        var ran = await Run("run", directory["storm.yaml"], option, directory["storm.yaml"]);

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal("kept", File.ReadAllText(directory["storm.yaml"]));
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    public async Task Trace_alone_and_the_first_key_explain_every_job_of_every_session(string policy)
    {
        using var directory = new TemporaryDirectory();

        var ran = await Run(
            "run", "storm", "--policy", policy, "--session-key", SessionKeyHex, "--trace", directory["t.jsonl"], "--json");

        Assert.Equal(0, ran.ExitCode);
        var rules = TraceRules.Check(directory["t.jsonl"], SessionKeyHex);
        Assert.Equal((2, 200), (rules.Sessions, rules.Started));
        Assert.DoesNotContain(SessionKeyHex, File.ReadAllText(directory["t.jsonl"]) + ran.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("hang-under-barrier", "drain")]
    [InlineData("hang-under-barrier", "slots")]
    [InlineData("hang-under-barrier", "marker")]
    [InlineData("more-sessions-than-slots", "slots")]
    [InlineData("close-while-pending", "drain")]
    public async Task Timeline_of_a_scenario_is_whole(string scenario, string policy)
    {
        using var directory = new TemporaryDirectory();

        var ran = await Playing.Run("run", scenario, "--policy", policy, "--timeline", directory["t.json"], "--json");

        Assert.Equal(0, ran.ExitCode);
        var drawn = TimelineRules.Check(directory["t.json"]);
        // The device may be stopped before it hears that the last session needs its slot no more.
        Assert.DoesNotContain(drawn.Rest, figure => figure != "key slots in use");
        Assert.Contains(drawn.Events, happened => happened.GetProperty("ph").GetString() == "f");
        Assert.Equal(
            ran.Json.GetProperty("refreshes").GetInt64(),
            drawn.Events.Count(happened => happened.GetProperty("ph").GetString() == "b"));
    }

    [Fact]
    public async Task Timeline_of_virtual_time_is_the_same_in_every_run()
    {
        using var directory = new TemporaryDirectory();

        foreach (var name in new[] { "one.json", "other.json" })
        {
            var ran = await Playing.Run(
                "run", "hang-under-barrier", "--mode", "virtual", "--seed", "7", "--timeline", directory[name], "--json");
            Assert.Equal(0, ran.ExitCode);
        }

        Assert.Empty(TimelineRules.Check(directory["one.json"]).Rest);
        Assert.Equal(File.ReadAllBytes(directory["one.json"]), File.ReadAllBytes(directory["other.json"]));
    }

    [Fact]
    public async Task List_shows_name_policies_modes_and_the_first_line_of_the_summary()
    {
        var listed = await Run("list");

        Assert.Equal(0, listed.ExitCode);
        Assert.Equal(
            [
                "storm       drain,slots  parallel,virtual  Refreshes come often.",
                "slots-only  slots        parallel          Only for slots.",
            ],
            listed.Output.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
    }

    [Fact]
    public async Task List_as_json_is_one_object()
    {
        var listed = await Run("list", "--json");

        var first = listed.Json.GetProperty("scenarios")[0];
        Assert.Equal("storm", first.GetProperty("name").GetString());
        Assert.Equal(["drain", "slots"], first.GetProperty("policies").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["parallel", "virtual"], first.GetProperty("modes").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("Refreshes come often.", first.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Every_scenario_that_is_shipped_is_listed_in_one_line()
    {
        var listed = await Playing.Run("list");

        Assert.Equal(0, listed.ExitCode);
        Assert.Equal(
            [.. ScenarioLibrary.Shipped.Names, .. ScenarioLibrary.Shipped.Programs.Select(program => program.Name)],
            listed.Output.Trim().Split('\n').Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("run", "--help")]
    [InlineData("list", "--help")]
    public async Task Help_fits_into_80_columns(params string[] args)
    {
        var help = await Run(args);

        Assert.Equal(0, help.ExitCode);
        Assert.All(help.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }

    private static async Task<Playing> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await SimCommand.RunAsync(args, output, error, new Shelf());
        return new Playing(exitCode, output.ToString(), error.ToString());
    }

    private sealed class Shelf : IScenarioShelf
    {
        private static readonly Scenario Storm = Loads.Of(Loads.Sessions(2, 100) with { Refresh = new RefreshSpec { EveryJobs = 5, Finishes = 2 } }) with
        {
            Name = "storm",
            Summary = "Refreshes come often.\nAnd more.",
            Policies = ["drain", "slots"],
        };

        public IReadOnlyList<Scenario> All =>
            [Storm, Storm with { Name = "slots-only", Summary = "Only for slots.", Policies = ["slots"], Modes = ["parallel"] }];

        public Scenario Load(string nameOrFile, IReadOnlyList<string> sets) =>
            All.FirstOrDefault(scenario => scenario.Name == Path.GetFileNameWithoutExtension(nameOrFile))
            ?? throw new UsageException($"there is no scenario '{nameOrFile}'");
    }
}
