using System.Text.Json;
using Sim.Tests.Scenarios.Play;
using Xunit;

namespace Sim.Tests.Scenarios.Explore;

/// <summary>`sim explore` and `sim replay` from the command line.</summary>
public sealed class ExploreCommandTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("drain", "random")]
    [InlineData("slots", "pct:3")]
    [InlineData("marker", "pctcp:3")]
    [InlineData("slots", "pos")]
    public async Task A_right_policy_holds_in_every_schedule(string policy, string strategy)
    {
        var explored = await Playing.Run("explore", "barrier-small", "--policy", policy, "--strategy", strategy, "--schedules", "300", "--json");

        Assert.Equal(0, explored.ExitCode);
        var json = explored.Json;
        Assert.Equal(strategy, json.GetProperty("strategy").GetString());
        Assert.Equal(300, json.GetProperty("schedules").GetInt64());
        Assert.Equal(300 * 24, json.GetProperty("completed").GetInt64());
        Assert.InRange(json.GetProperty("distinct").GetInt64(), 200, 300);
        Assert.Equal("held", json.GetProperty("properties").GetProperty("EpochAtSubmission").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("failure").ValueKind);
        Assert.Empty(json.GetProperty("violations").EnumerateArray());
        foreach (var key in new[] { "mode", "policy", "engines", "seed", "bytes", "refreshes", "aborted", "refused", "schedulesPerSecond", "elapsedSeconds" })
            Assert.True(json.TryGetProperty(key, out _), key);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    [InlineData("marker")]
    public async Task Every_schedule_of_the_tiny_barrier_holds(string policy)
    {
        var explored = await Playing.Run("explore", "barrier-tiny", "--policy", policy, "--strategy", "exhaustive", "--json");

        Assert.Equal(0, explored.ExitCode);
        Assert.True(explored.Json.GetProperty("exhausted").GetBoolean());
        Assert.InRange(explored.Json.GetProperty("schedules").GetInt64(), 20, 100_000);
        Assert.Equal(explored.Json.GetProperty("schedules").GetInt64(), explored.Json.GetProperty("distinct").GetInt64());
    }

    [Theory]
    [InlineData("drain", "OldAndNewInFlight")]
    [InlineData("slots")]
    public async Task What_a_policy_makes_impossible_is_not_missed(string policy, params string[] notReached)
    {
        var explored = await Playing.Run("explore", "barrier-small", "--policy", policy, "--schedules", "50", "--json");

        Assert.Empty(explored.Json.GetProperty("unreached").EnumerateArray());
        Assert.All(notReached, name => Assert.Equal("not reached", explored.Json.GetProperty("properties").GetProperty(name).GetString()));
    }

    [Fact]
    public async Task A_bound_on_schedules_is_no_proof()
    {
        var explored = await Playing.Run("explore", "barrier-tiny", "--strategy", "exhaustive", "--schedules", "10", "--json");

        Assert.False(explored.Json.GetProperty("exhausted").GetBoolean());
        Assert.Equal(10, explored.Json.GetProperty("schedules").GetInt64());
    }

    [Theory]
    [InlineData("broken-late-latch")]
    [InlineData("broken-no-drain")]
    [InlineData("broken-nonce-not-cleared")]
    public async Task A_wrong_policy_is_found_shrunk_saved_and_replayed(string policy)
    {
        var file = _directory["fail.json"];

        var explored = await Playing.Run("explore", "barrier-small", "--policy", policy, "--save", file, "--json");

        Assert.Equal(1, explored.ExitCode);
        var failure = explored.Json.GetProperty("failure");
        Assert.Equal(file, failure.GetProperty("file").GetString());
        Assert.InRange(failure.GetProperty("shrunkSteps").GetInt32(), 1, 14);
        Assert.True(failure.GetProperty("steps").GetInt32() >= failure.GetProperty("shrunkSteps").GetInt32());
        var property = explored.Json.GetProperty("violations")[0].GetProperty("property").GetString()!;
        Assert.Equal("violated", explored.Json.GetProperty("properties").GetProperty(property).GetString());

        var replayed = await Playing.Run("replay", file);
        var again = await Playing.Run("replay", file);

        Assert.Equal(1, replayed.ExitCode);
        Assert.Contains($"violated: {property}: ", replayed.Output, StringComparison.Ordinal);
        Assert.Equal(replayed.Output, again.Output);
        Assert.Contains("session-0", replayed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_exploration_saves_the_same_failure_whatever_the_number_of_workers()
    {
        var (one, two) = (_directory["one.json"], _directory["two.json"]);

        await Playing.Run("explore", "barrier-small", "--policy", "broken-late-latch", "--save", one);
        await Playing.Run("explore", "barrier-small", "--policy", "broken-late-latch", "--save", two, "--workers", "2");

        Assert.Equal(File.ReadAllText(one), File.ReadAllText(two));
    }

    [Fact]
    public async Task A_violation_that_is_gone_is_exit_0()
    {
        var file = await SaveAsync("broken-nonce-not-cleared");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"broken-nonce-not-cleared\"", "\"slots\"", StringComparison.Ordinal));

        var replayed = await Playing.Run("replay", file);

        Assert.Equal(0, replayed.ExitCode);
        Assert.Contains("the violation is gone", replayed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schedule_that_does_not_fit_any_more_is_exit_2_and_names_the_step()
    {
        var file = await SaveAsync("broken-late-latch");
        File.WriteAllText(file, File.ReadAllText(file).Replace("DecryptionBlt job 1", "DecryptionBlt job 9", StringComparison.Ordinal));

        var replayed = await Playing.Run("replay", file);

        Assert.Equal(2, replayed.ExitCode);
        Assert.Contains("step ", replayed.Error, StringComparison.Ordinal);
        Assert.Contains("DecryptionBlt job 9", replayed.Error, StringComparison.Ordinal);
        Assert.Single(replayed.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("{", "is no saved failure")]
    [InlineData("[]", "is no saved failure")]
    [InlineData("""{"sim":1}""", "is no saved failure")]
    public async Task What_is_no_saved_failure_is_exit_2(string text, string problem)
    {
        File.WriteAllText(_directory["bad.json"], text);

        var replayed = await Playing.Run("replay", _directory["bad.json"]);

        Assert.Equal(2, replayed.ExitCode);
        Assert.Contains(problem, replayed.Error, StringComparison.Ordinal);
        Assert.Contains("bad.json", replayed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_exit_2()
    {
        var replayed = await Playing.Run("replay", _directory["none.json"]);

        Assert.Equal(2, replayed.ExitCode);
        Assert.Contains("none.json: cannot be read", replayed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--strategy: there is no strategy 'best'", "--strategy", "best")]
    [InlineData("--strategy: there is no strategy 'pct:0'", "--strategy", "pct:0")]
    [InlineData("--timing: there is no timing 'never'", "--timing", "never")]
    [InlineData("--schedules: 0 is out of range", "--schedules", "0")]
    [InlineData("--workers: 0 is out of range", "--workers", "0")]
    [InlineData("--workers: an exhaustive search has one", "--workers", "2", "--strategy", "exhaustive")]
    [InlineData("--for: '1 minute' is no time in seconds", "--for", "1 minute")]
    [InlineData("--save: the path is empty", "--save", "")]
    [InlineData("--policy: there is no policy 'x'", "--policy", "x")]
    public async Task Bad_usage_is_one_line_and_exit_2(string problem, params string[] args)
    {
        var explored = await Playing.Run(["explore", "barrier-tiny", .. args]);

        Assert.Equal(2, explored.ExitCode);
        Assert.StartsWith($"sim: {problem}", explored.Error, StringComparison.Ordinal);
        Assert.Single(explored.Error.TrimEnd().Split('\n'));
        Assert.Empty(explored.Output);
    }

    [Fact]
    public async Task Fan_in_is_explored_without_a_device()
    {
        var explored = await Playing.Run("explore", "fan-in-small", "--schedules", "500", "--workers", "2", "--json");

        Assert.Equal(0, explored.ExitCode);
        Assert.Equal(500, explored.Json.GetProperty("schedules").GetInt64());
        Assert.Equal("held", explored.Json.GetProperty("properties").GetProperty("SenderOrder").GetString());
        Assert.Equal(JsonValueKind.Null, explored.Json.GetProperty("policy").ValueKind);
    }

    [Fact]
    public async Task Faults_of_the_budget_are_placed_anywhere_and_everything_still_ends()
    {
        var explored = await Playing.Run(
            "explore", "barrier-small", "--schedules", "300", "--set", "explore.crashes=1", "--set", "explore.hangs=1", "--set", "explore.keyLosses=1", "--json");

        Assert.Equal(0, explored.ExitCode);
        Assert.True(explored.Json.GetProperty("aborted").GetInt64() > 0);
        Assert.True(explored.Json.GetProperty("reached").GetProperty("BarrierMetHungEngine").GetInt64() > 0);
        Assert.True(explored.Json.GetProperty("reached").GetProperty("LostWhilePending").GetInt64() > 0);
    }

    [Theory]
    [InlineData("explore", "--help")]
    [InlineData("replay", "--help")]
    public async Task Help_fits_into_80_columns(params string[] args)
    {
        var help = await Playing.Run(args);

        Assert.Equal(0, help.ExitCode);
        Assert.All(help.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }

    public void Dispose() => _directory.Dispose();

    private async Task<string> SaveAsync(string policy)
    {
        var file = _directory["saved.json"];
        var explored = await Playing.Run("explore", "barrier-small", "--policy", policy, "--save", file);
        Assert.Equal(1, explored.ExitCode);
        return file;
    }
}
