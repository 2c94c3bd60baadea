using Sim.Benchmarks.Ratios;
using Sim.Benchmarks.Runtime;

namespace Sim.Benchmarks.Rates;

/// <summary>The rates of the runtime, with the targets that were set for it.</summary>
internal static class RuntimeRates
{
    private const int IdleActorsPerSample = 100_000;
    private static readonly RateFigure Idle = new("idle actor", "B", "2050", RateGoal.AtMost(400));

    private static readonly RateRow[] Rows =
    [
        Row(() => new PingPong(1_000), "ping-pong, 1,000 in flight", "M/s", "33", RateGoal.AtLeast(49.5)),
        Row(() => new PingPong(1), "ping-pong, 1 in flight", "M/s", "12-16", RateGoal.AtLeast(21)),
        Row(() => new FanIn(), "fan-in, 4 to 1", "M/s"),
        Row(() => new FanOut(), "fan-out, 1 to 8", "M/s"),
        new(
            () => new Asking(1),
            (new("Ask, 1 in flight", "us", "0.81", RateGoal.AtMost(0.65)), MicrosecondsEach),
            (new("Ask, 1 in flight, memory", "B", "842", RateGoal.AtMost(200)), cost => cost.AllocatedPerOperation)),
        Row(() => new Asking(100), "Ask, 100 in flight", "M/s", "1.85"),
        Row(() => new Spawning(named: false), "spawn, unnamed", "M/s", "0.064", RateGoal.AtLeast(1)),
        Row(() => new Spawning(named: true), "spawn, named", "M/s", "0.064", RateGoal.AtLeast(0.4)),
        new(
            () => new SystemLife(),
            (new("system, create and terminate", "ms", "3", RateGoal.AtMost(0.1)), cost => MicrosecondsEach(cost) / 1_000)),
        new(() => new ControlledWorlds(), (new("controlled world, create", "us", "", RateGoal.AtMost(5)), MicrosecondsEach)),
        Row(() => new Stashing(), "stash and unstash", "M/s"),
        Row(() => new Timing(fire: false), "timer, start and cancel", "M/s"),
        Row(() => new Timing(fire: true), "timer, start and fire", "M/s"),
    ];

    /// <summary>Prints the figures whose names contain one of these words, or all.</summary>
    public static void Print(TextWriter output, IReadOnlyList<string> words)
    {
        var table = new RateTable(output);
        table.Begin();
        foreach (var row in Rows.Concat(ExplorationRates.Rows).Where(row => Matches(row.Readings[0].Figure)))
            table.Print(row);
        if (Matches(Idle))
        {
            table.Print(Idle, [.. Enumerable.Range(0, RateSampler.Samples).Select(
                _ => (double)IdleActors.Weigh(IdleActorsPerSample).Kept / IdleActorsPerSample)]);
        }

        bool Matches(RateFigure figure) =>
            words.Count == 0 || words.Any(word => figure.Name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static RateRow Row(Func<ILoad> load, string name, string unit, string reference = "", RateGoal? goal = null) =>
        new(load, (new(name, unit, reference, goal), cost => cost.Rate / 1e6));

    private static double MicrosecondsEach(TurnCost cost) => cost.Elapsed.TotalMicroseconds / cost.Operations;
}
