using System.Collections.Immutable;
using System.Text.Json;
using Sim.Actors.Tracing;
using Sim.Scenarios;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Sim.Simulation.Exploration;
using Sim.Simulation.Strategies;
using Sim.Tests.Scenarios.Play;
using Xunit;

namespace Sim.Tests.Scenarios.Explore;

/// <summary>An exhaustive search leaves no target of a fault to a seed, or says so.</summary>
public sealed class FaultTargetsTests
{
    [Fact]
    public void Seeds_draw_each_way_once_and_begin_with_the_first()
    {
        var faults = BudgetFault.Of(new ExploreSpec { Crashes = 2, KeyLosses = 1 }, engines: 3, sessions: 2);

        var seeds = FaultTargets.SeedsOf(faults, first: 7)!.Value;

        // Two crashes are alike: six pairs of engines, and two sessions for each.
        Assert.Equal(12, seeds.Length);
        Assert.Equal(7UL, seeds[0]);
        Assert.Distinct(seeds.Select(seed => Targets(faults, seed)));
    }

    [Fact]
    public void What_cannot_strike_anything_else_needs_one_seed() => Assert.Equal(
        5UL,
        Assert.Single(FaultTargets.SeedsOf(BudgetFault.Of(new ExploreSpec { Teardowns = 2, Closes = 3, Crashes = 1 }, engines: 1, sessions: 1), first: 5)!.Value));

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void More_ways_than_are_tried_are_not_begun(int crashes, bool areTried) => Assert.Equal(
        areTried, FaultTargets.SeedsOf(BudgetFault.Of(new ExploreSpec { Crashes = crashes }, engines: 4, sessions: 1), first: 1) is not null);

    [Fact]
    public void Each_engine_is_struck_under_one_of_the_seeds()
    {
        var scenario = ScenarioLibrary.Shipped.Load("barrier-tiny", ["explore.crashes=1"]);
        var plan = PlanOf(scenario, policy: null);
        var seeds = FaultTargets.SeedsOf(BudgetFault.Of(scenario.Explore, engines: 2, sessions: 1), first: 1)!.Value;

        var struck = seeds.Select(seed =>
        {
            var resets = new Resets();
            Explorer.Explore(
                () => new ScenarioExperiment(plan, isExplored: true, resets),
                new ExplorationSettings(StrategyCatalog.Find("random")!) { Seed = seed, Schedules = 20 });
            return Assert.Single(resets.Engines);
        });

        Assert.Equal([0, 1], struck.Order());
    }

    [Fact]
    public async Task Exhausted_is_said_of_every_target()
    {
        var one = await Explore("--set", "explore.crashes=1", "--engines", "1");
        var two = await Explore("--set", "explore.crashes=1");

        Assert.Equal((true, JsonValueKind.Null), (Exhausted(one), one.GetProperty("faultTargets").ValueKind));
        Assert.Equal((true, 2), (Exhausted(two), two.GetProperty("faultTargets").GetInt32()));
        Assert.Equal(two.GetProperty("schedules").GetInt64(), two.GetProperty("distinct").GetInt64());
        Assert.Equal(JsonValueKind.Null, two.GetProperty("drawnFromSeed").ValueKind);

        // A bound that leaves only the last schedule of the last target out.
        var bounded = await Explore("--set", "explore.crashes=1", "--schedules", $"{two.GetProperty("schedules").GetInt64() - 1}");
        Assert.False(Exhausted(bounded));
    }

    [Fact]
    public async Task Bound_that_ends_with_a_target_is_no_proof_for_the_others()
    {
        var plan = PlanOf(ScenarioLibrary.Shipped.Load("barrier-tiny", ["explore.crashes=1"]), policy: "drain");
        var first = Explorer.Explore(
            () => new ScenarioExperiment(plan, isExplored: true),
            new ExplorationSettings(StrategyCatalog.Find("exhaustive")!) { Schedules = long.MaxValue });
        Assert.True(first.Exhausted);

        var bounded = await Explore("--set", "explore.crashes=1", "--schedules", $"{first.Schedules}");

        Assert.Equal((first.Schedules, false), (bounded.GetProperty("schedules").GetInt64(), Exhausted(bounded)));
    }

    [Theory]
    [InlineData("when the faults strike was drawn from the seed", "--set", "explore.crashes=1", "--timing", "model")]
    [InlineData("which jobs a fault with a chance strikes was drawn from the seed", "--set", "faults=[{ engine: 0, chance: 0.5, crash: true }]")]
    public async Task What_is_left_to_the_seed_is_said_and_nothing_is_exhausted(string drawn, params string[] args)
    {
        var report = await Explore(args);
        var text = await Playing.Run(["explore", "barrier-tiny", "--strategy", "exhaustive", "--policy", "drain", .. args]);

        Assert.Equal((false, drawn), (Exhausted(report), report.GetProperty("drawnFromSeed").GetString()));
        Assert.Contains($"\nnot exhausted: {drawn}\n", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_ways_are_left_to_the_seed()
    {
        var report = await Explore("--set", "explore.crashes=16", "--schedules", "5");

        Assert.Equal((false, 5), (Exhausted(report), report.GetProperty("schedules").GetInt64()));
        Assert.Contains("more than 1024 ways", report.GetProperty("drawnFromSeed").GetString(), StringComparison.Ordinal);
    }

    private static RunPlan PlanOf(Scenario scenario, string? policy) =>
        RunPlan.Create(scenario, new RunOptions { Scenario = scenario.Name, Policy = policy, IsVirtual = true }, inVirtualTime: true);

    private static async Task<JsonElement> Explore(params string[] args)
    {
        var explored = await Playing.Run(["explore", "barrier-tiny", "--strategy", "exhaustive", "--policy", "drain", "--json", .. args]);
        Assert.Equal(0, explored.ExitCode);
        return explored.Json;
    }

    private static bool Exhausted(JsonElement report) => report.GetProperty("exhausted").GetBoolean();

    private static string Targets(ImmutableArray<BudgetFault> faults, ulong seed)
    {
        var drawn = faults.Select((fault, number) => fault.Draw(seed, number, within: default).Target).ToArray();
        return $"{Math.Min(drawn[0], drawn[1])} {Math.Max(drawn[0], drawn[1])}, {drawn[2]}";
    }

    private sealed class Resets : ITraceListener
    {
        public SortedSet<int> Engines { get; } = [];

        public void On(TimeSpan at, TraceEvent happened)
        {
            if (happened is EngineReset reset)
                Engines.Add(reset.Engine);
        }
    }
}
