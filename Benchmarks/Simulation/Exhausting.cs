using Sim.Benchmarks.Runtime;
using Sim.Scenarios.Explore;
using Sim.Simulation.Exploration;
using Sim.Simulation.Strategies;

namespace Sim.Benchmarks.Simulation;

/// <summary>
/// Searches a fan-in of three senders and four messages each to its end: 12! / 4!^3 orders of arrival. An operation is a schedule, of 28
/// steps; a batch is all of them.
/// </summary>
internal sealed class Exhausting : ILoad
{
    public const int Orders = 34_650;

    private readonly ExplorationSettings _settings = new(StrategyCatalog.Find("exhaustive")!) { Schedules = Orders + 1 };

    public int Batch => Orders;

    public void Run(long operations)
    {
        for (; operations > 0; operations -= Orders)
        {
            var report = Explorer.Explore(() => new ExploredFanIn(senders: 3, messages: 4), _settings);
            if (!report.Exhausted || report.Schedules != Orders)
                throw new InvalidOperationException($"{report.Schedules} schedules of {Orders} orders, exhausted: {report.Exhausted}");
        }
    }

    public void Dispose()
    {
    }
}
