using Sim.Benchmarks.Simulation;

namespace Sim.Benchmarks.Rates;

/// <summary>The rates of exploring, in schedules, with the target that was set for it.</summary>
internal static class ExplorationRates
{
    public static IReadOnlyList<RateRow> Rows { get; } =
    [
        Row("fan-in-small", "random", RateGoal.AtLeast(200), "64.8"),
        Row("fan-in-small", "pct:3"),
        Row("fan-in-small", "pctcp:3"),
        Row("fan-in-small", "pos"),
        Row("fan-in-small", "random", workers: 2),
        new(() => new Exhausting(), (new("fan-in 3 x 4, exhaustive", "k/s", "", null), cost => cost.Rate / 1e3)),
        Row("barrier-small", "random", RateGoal.AtLeast(50)),
        Row("barrier-small", "random", workers: 2),
        Row("barrier-tiny", "random"),
        Row("storm-small", "random"),
    ];

    private static RateRow Row(string name, string strategy, RateGoal? goal = null, string akka = "", int workers = 1) => new(
        () => new Exploring(name, strategy, workers),
        (new($"{name}, {strategy}{(workers == 1 ? "" : $", {workers} workers")}", "k/s", akka, goal), cost => cost.Rate / 1e3));
}
