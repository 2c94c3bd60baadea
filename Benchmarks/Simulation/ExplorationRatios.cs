using Sim.Benchmarks.Ratios;

namespace Sim.Benchmarks.Simulation;

/// <summary>What a second worker is worth.</summary>
internal static class ExplorationRatios
{
    private const double Target = 1.5;

    public static void Print(TextWriter output) =>
        RatioTable.Print(output, "Exploring: two workers / one", [Row("fan-in-small"), Row("barrier-small")]);

    private static RatioRow Row(string name) => new(
        name, () => new Exploring(name, "random", workers: 2), () => new Exploring(name, "random", workers: 1), Threads: 1, Target, "k/s", 1e-3);
}
