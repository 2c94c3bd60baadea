using Sim.Actors.Hosting;
using Sim.Checkers;
using Sim.Scenarios;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;
using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios;

/// <summary>Every scenario of the library holds in every mode and under every policy that it names, and the wrong policies are caught.</summary>
public sealed class LibraryRunTests
{
    // What makes a scenario short enough for a test; it still plays what it is about.
    private static readonly Dictionary<string, string[]> Shortened = new()
    {
        ["steady-load"] = ["sessions.load.count=200", "sessions.load.jobs.for=200ms", "sessions.load.refresh.every=50ms", "sessions.load.rate=20/s"],
        ["suspend-resume"] =
        [
            "sessions.player.jobs.for=2s", "sessions.player.rate=50/s", "sessions.player.refresh.every=100ms",
            "faults.0.at=200ms", "faults.0.suspend=100ms", "faults.1.at=600ms", "faults.1.suspend=200ms",
            "faults.2.at=1200ms", "faults.3.at=1210ms",
        ],
    };

    public static TheoryData<string, string> InParallel => PoliciesOfScenarios(RunModes.Parallel);

    public static TheoryData<string, string> InVirtualTime => PoliciesOfScenarios(RunModes.Virtual);

    private static TheoryData<string, string> PoliciesOfScenarios(string mode)
    {
        var rows = new TheoryData<string, string>();
        foreach (var scenario in ScenarioLibrary.Shipped.All.Where(scenario => scenario.Modes.Contains(mode)))
        {
            foreach (var policy in scenario.Policies)
                rows.Add(scenario.Name, policy);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(InParallel))]
    public async Task Scenario_holds(string name, string policy)
    {
        var report = await Run(name, policy);

        Assert.Empty(report.Violations);
        Assert.Equal(report.Jobs, report.Completed + report.Aborted);
        Assert.Null(report.Waiting);
    }

    [Theory]
    [MemberData(nameof(InVirtualTime))]
    public void Scenario_holds_in_virtual_time_and_is_the_same_each_time(string name, string policy)
    {
        var report = RunVirtually(name, policy);

        Assert.Empty(report.Violations);
        Assert.Equal(report.Jobs, report.Completed + report.Aborted);
        Assert.Null(report.Waiting);
        Assert.Equal(report.TraceHash, RunVirtually(name, policy).TraceHash);
    }

    [Theory]
    [InlineData("broken-late-latch")]
    [InlineData("broken-no-drain")]
    [InlineData("broken-nonce-not-cleared")]
    public async Task Wrong_policy_is_caught_in_the_refresh_storm(string policy)
    {
        var report = await Run("refresh-storm", policy);

        Assert.Equal(Verdict.Violated, report.Properties[nameof(EpochAtSubmission)]);
        Assert.Equal(Verdict.Violated, report.Properties[nameof(PlaintextMatches)]);
    }

    [Theory]
    [InlineData("barrier-small", "broken-late-latch")]
    [InlineData("barrier-small", "broken-no-drain")]
    [InlineData("barrier-small", "broken-nonce-not-cleared")]
    [InlineData("barrier-tiny", "broken-late-latch")]
    [InlineData("barrier-tiny", "broken-no-drain")]
    [InlineData("storm-small", "broken-late-latch")]
    [InlineData("storm-small", "broken-no-drain")]
    [InlineData("storm-small", "broken-nonce-not-cleared")]
    public void Wrong_policy_is_caught_by_a_few_orders_of_a_small_scenario(string name, string policy)
    {
        var caught = Enumerable.Range(1, 50)
            .Select(seed => RunVirtually(name, policy, (ulong)seed))
            .Where(report => report.Properties[nameof(EpochAtSubmission)] == Verdict.Violated);

        Assert.Equal(Verdict.Violated, caught.First().Properties[nameof(PlaintextMatches)]);
    }

    private static RunReport RunVirtually(string name, string policy, ulong seed = 1) => VirtualRun.Run(
        ScenarioLibrary.Shipped.Load(name, Shortened.GetValueOrDefault(name, [])),
        new RunOptions { Scenario = name, Policy = policy, IsVirtual = true, Seed = seed },
        new WallClock(),
        CancellationToken.None);

    private static Task<RunReport> Run(string name, string policy) => ScenarioRun.RunAsync(
        ScenarioLibrary.Shipped.Load(name, Shortened.GetValueOrDefault(name, [])),
        new RunOptions { Scenario = name, Policy = policy },
        (_, _) => { },
        CancellationToken.None);
}
