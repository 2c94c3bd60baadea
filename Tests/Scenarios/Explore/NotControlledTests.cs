using System.Text.Json;
using Akka.Configuration;
using Sim.Actors.Hosting;
using Sim.Scenarios;
using Sim.Scenarios.Commands;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Run;
using Sim.Simulation.Exploration;
using Sim.Simulation.Worlds;
using Xunit;

namespace Sim.Tests.Scenarios.Explore;

/// <summary>A report says what escapes the worlds that it speaks of.</summary>
public sealed class NotControlledTests
{
    [Theory]
    [InlineData("random")]
    [InlineData("exhaustive")]
    public void Report_of_worlds_on_the_extension_points_says_what_is_not_controlled(string strategy)
    {
        var report = Explore(strategy, ConfigurationFactory.ParseString($"{SimulatedSystems.WorldKey} = plug-in"));

        Assert.Empty(report.Violations);
        Assert.Equal(20, report.Schedules);
        Assert.Contains("Task.Run", report.NotControlled, StringComparison.Ordinal);
        Assert.Equal(report.NotControlled, JsonDocument.Parse(report.ToJson()).RootElement.GetProperty("notControlled").GetString());
        Assert.Contains($"\nnot controlled: {report.NotControlled}\n", ExploreText.Of(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_of_worlds_of_the_runtime_has_nothing_to_say_of_it()
    {
        var report = Explore("random", worlds: null);

        Assert.Null(report.NotControlled);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(report.ToJson()).RootElement.GetProperty("notControlled").ValueKind);
        Assert.DoesNotContain("not controlled", ExploreText.Of(report), StringComparison.Ordinal);
    }

    private static ExploreReport Explore(string strategy, Config? worlds) => ScenarioExploration.Run(
        ScenarioLibrary.Shipped.Load("barrier-tiny", []),
        new ExploreOptions(new RunOptions { Scenario = "barrier-tiny", IsVirtual = true }) { Strategy = strategy, Schedules = 20, Worlds = worlds },
        new WallClock(),
        new ExplorationProgress(),
        origin: "",
        CancellationToken.None);
}
