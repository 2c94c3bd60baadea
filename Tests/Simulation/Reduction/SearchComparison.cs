using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Tests.Simulation.Reduction;

/// <summary>Compares the reduced search with one that runs every schedule.</summary>
internal static class SearchComparison
{
    /// <summary>Runs both.</summary>
    /// <param name="make">Makes the experiment.</param>
    /// <param name="timing">What time means.</param>
    /// <param name="schedulesMax">Schedules of the naive search after which nothing is compared.</param>
    /// <returns>What is wrong, or null; and what both have met, the reduced one null when the naive one was given up.</returns>
    public static (string? Fault, SearchResult Naive, SearchResult? Reduced) Of(Func<IComparable> make, Timing timing, int schedulesMax)
    {
        var naive = SearchResult.Of(make(), new NaiveSearch(), timing, schedulesMax);
        if (!naive.Exhausted)
            return (null, naive, null);
        var reduced = SearchResult.Of(make(), new Exhaustive(), timing, (naive.Classes.Count * 100) + 100);
        return (FaultOf(naive, reduced), naive, reduced);
    }

    private static string? FaultOf(SearchResult naive, SearchResult reduced)
    {
        if (!reduced.Exhausted)
            return $"not exhausted after {reduced.Schedules} schedules and {reduced.Pruned} that were left";
        if (reduced.Classes.Count != reduced.Schedules)
            return $"{reduced.Schedules} schedules of {reduced.Classes.Count} classes";
        if (naive.Fault is not null)
            return naive.Fault;
        var missed = naive.Classes.Where(one => !reduced.Classes.ContainsKey(one.Key)).ToList();
        if (missed.Count > 0)
            return $"{missed.Count} of {naive.Classes.Count} classes are missed, one of them with\n{missed[0].Value}";
        if (naive.Orders != reduced.Orders || naive.Orders > naive.Classes.Count)
            return $"{reduced.Orders} of {naive.Orders} happens-before orders of {naive.Classes.Count} classes";
        return reduced.Classes.Keys.Any(name => !naive.Classes.ContainsKey(name)) ? "a class that does not exist was met" : null;
    }
}
