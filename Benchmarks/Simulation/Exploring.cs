using Sim.Benchmarks.Runtime;
using Sim.Scenarios;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Run;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Strategies;

namespace Sim.Benchmarks.Simulation;

/// <summary>Explores what <c>sim explore NAME</c> explores, under the scenario's own policy. An operation is a schedule.</summary>
internal sealed class Exploring(string name, string strategy, int workers) : ILoad
{
    private readonly ExplorationSettings _settings = new(StrategyCatalog.Find(strategy)!) { Workers = workers };
    private readonly Func<IExperiment> _experiment = Of(name);
    private ulong _seed;

    public int Batch => name == ExploredFanIn.SmallName ? 20_000 : 2_000;

    public void Run(long operations)
    {
        var report = Explorer.Explore(_experiment, _settings with { Schedules = operations, Seed = ++_seed });
        if (report.Failure is { } found)
            throw new InvalidOperationException($"{name}, schedule {found.Number}: {found.Failure.Property}: {found.Failure.Detail}");
    }

    public void Dispose()
    {
    }

    private static Func<IExperiment> Of(string name)
    {
        if (name == ExploredFanIn.SmallName)
            return () => ExploredFanIn.Small;
        var scenario = ExploredForm.Of(ScenarioLibrary.Shipped.Load(name, []), global::Sim.Simulation.Schedules.Timing.Any);
        var plan = RunPlan.Create(scenario, new RunOptions { Scenario = name, Seed = 1 }, inVirtualTime: true);
        return () => new ScenarioExperiment(plan, isExplored: true);
    }
}
