using Sim.Actors.Hosting;
using Sim.Scenarios;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Sim.Simulation.Exploration;
using Xunit;

namespace Sim.Tests.Scenarios;

/// <summary>What a scenario of the library is meant to reach is reached within a thousand schedules, under each policy that can reach it.</summary>
public sealed class LibraryExploreTests
{
    private const long Schedules = 1000;
    private const long SmallJobs = 100;

    // Of a scenario with many jobs two schedules reach what a thousand do.
    private const long SchedulesOfLarge = 2;

    public static TheoryData<string, string> Explored()
    {
        var rows = new TheoryData<string, string>();
        foreach (var scenario in ScenarioLibrary.Shipped.All.Where(scenario => IsSmall(scenario) || !scenario.Expect.Sometimes.IsEmpty))
        {
            foreach (var policy in scenario.Policies)
                rows.Add(scenario.Name, policy);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Explored))]
    public void Scenario_holds_in_every_order_that_is_tried_and_reaches_what_it_is_meant_to(string name, string policy)
    {
        var scenario = ScenarioLibrary.Shipped.Load(name, []);
        var options = new ExploreOptions(new RunOptions { Scenario = name, Policy = policy, IsVirtual = true })
        {
            Schedules = IsSmall(scenario) ? Schedules : SchedulesOfLarge,
        };

        var report = ScenarioExploration.Run(
            scenario, options, new WallClock(), new ExplorationProgress(), origin: "", CancellationToken.None);

        Assert.Empty(report.Violations);
        Assert.Empty(report.Unreached);
        Assert.Equal(options.Schedules, report.Schedules);
    }

    private static bool IsSmall(Scenario scenario) =>
        scenario.Modes.Contains(RunModes.Virtual) && scenario.Sessions.Sum(group => group.Count * (group.JobCount ?? SmallJobs)) < SmallJobs;
}
