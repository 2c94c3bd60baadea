using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Tests.Simulation.Reduction;

/// <summary>An experiment whose end can be compared.</summary>
internal interface IComparable : IExperiment
{
    /// <summary>All that can be seen of the end of the schedule.</summary>
    string Outcome { get; }
}

/// <summary>What a search has met.</summary>
/// <param name="Schedules">Schedules that were run to their end.</param>
/// <param name="Pruned">Schedules that were left.</param>
/// <param name="Classes">The classes, each with its outcome.</param>
/// <param name="Orders">Distinct hashes of the happens-before order.</param>
/// <param name="Exhausted">False when it was given up.</param>
/// <param name="Fault">Two outcomes of one class, or null.</param>
internal sealed record SearchResult(
    int Schedules, int Pruned, Dictionary<ulong, string> Classes, int Orders, bool Exhausted, string? Fault)
{
    /// <summary>Runs a search to its end.</summary>
    /// <param name="experiment">What is searched.</param>
    /// <param name="search">How.</param>
    /// <param name="timing">What time means.</param>
    /// <param name="schedulesMax">Schedules after which it is given up.</param>
    public static SearchResult Of(IComparable experiment, IStrategy search, Timing timing, int schedulesMax)
    {
        var runner = new ScheduleRunner(experiment, timing, 1_000);
        var traced = new TracedStrategy(search);
        var classes = new Dictionary<ulong, string>();
        var orders = new HashSet<ulong>();
        var (schedules, pruned) = (0, 0);
        string? fault = null;
        while (!search.IsExhausted && schedules + pruned < schedulesMax)
        {
            traced.Begin(1);
            var end = runner.Run(traced, 1);
            if (end.Failure is not null)
                return new SearchResult(schedules, pruned, classes, orders.Count, Exhausted: false, "a schedule does not end");
            if (end.IsPruned)
            {
                pruned++;
                continue;
            }

            schedules++;
            orders.Add(end.Order);
            var name = TraceClass.Of(traced.Steps, traced.Known);
            if (!classes.TryGetValue(name, out var outcome))
                classes.Add(name, experiment.Outcome);
            else if (outcome != experiment.Outcome)
                fault = $"schedules of one class end differently, with\n{outcome}\nand\n{experiment.Outcome}";
        }

        return new SearchResult(schedules, pruned, classes, orders.Count, search.IsExhausted, fault);
    }
}
