using Sim.Benchmarks.Ratios;

namespace Sim.Benchmarks.Simulation;

/// <summary>What a second worker is worth.</summary>
internal static class ExplorationRatios
{
    private const double Target = 1.5;

    public static void Print(TextWriter output) => RatioTable.Print(
        output,
        "Exploring fan-in-small: two workers / one",
        [new RatioRow("random", () => new Exploring("random", workers: 2), () => new Exploring("random", workers: 1), Threads: 1, Target, "k/s", 1e-3)]);
}
