using Sim.Benchmarks.Simulation;

namespace Sim.Benchmarks.Rates;

/// <summary>The rates of exploring, in schedules, with the target that was set for it.</summary>
internal static class ExplorationRates
{
    public static IReadOnlyList<RateRow> Rows { get; } =
    [
        Row("random", RateGoal.AtLeast(200)),
        Row("pct:3"),
        Row("pctcp:3"),
        Row("pos"),
        new(() => new Exploring("random", workers: 2), (new("fan-in-small, random, 2 workers", "k/s", "", null), cost => cost.Rate / 1e3)),
        new(() => new Exhausting(), (new("fan-in 3 x 4, exhaustive", "k/s", "", null), cost => cost.Rate / 1e3)),
    ];

    private static RateRow Row(string strategy, RateGoal? goal = null) => new(
        () => new Exploring(strategy, workers: 1),
        (new($"fan-in-small, {strategy}", "k/s", strategy == "random" ? "64.8" : "", goal), cost => cost.Rate / 1e3));
}
