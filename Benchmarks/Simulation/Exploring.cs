using Sim.Benchmarks.Runtime;
using Sim.Scenarios.Explore;
using Sim.Simulation.Exploration;
using Sim.Simulation.Strategies;

namespace Sim.Benchmarks.Simulation;

/// <summary>Explores <c>fan-in-small</c>: three senders of ten messages each. An operation is a schedule, of 64 steps.</summary>
internal sealed class Exploring(string strategy, int workers) : ILoad
{
    private readonly ExplorationSettings _settings = new(StrategyCatalog.Find(strategy)!) { Workers = workers };
    private ulong _seed;

    public int Batch => 20_000;

    public void Run(long operations) =>
        Explorer.Explore(() => ExploredFanIn.Small, _settings with { Schedules = operations, Seed = ++_seed });

    public void Dispose()
    {
    }
}
