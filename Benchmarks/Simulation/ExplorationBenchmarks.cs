using BenchmarkDotNet.Attributes;

namespace Sim.Benchmarks.Simulation;

/// <summary>What a schedule costs, its world included.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class ExplorationBenchmarks
{
    private const int Schedules = 2_000;

    private Exploring _exploring = null!;

    /// <summary>What is explored: a name that <c>sim explore</c> knows.</summary>
    [Params("fan-in-small", "barrier-tiny", "barrier-small", "storm-small")]
    public string Name { get; set; } = "";

    /// <summary>What chooses.</summary>
    [Params("random", "pct:3", "pctcp:3", "pos")]
    public string Strategy { get; set; } = "";

    /// <summary>Makes the load.</summary>
    [GlobalSetup]
    public void SetUp() => _exploring = new Exploring(Name, Strategy, workers: 1);

    /// <summary>On one core.</summary>
    [Benchmark(OperationsPerInvoke = Schedules)]
    public void Explore() => _exploring.Run(Schedules);
}

/// <summary>What a schedule of an exhaustive search costs, its world included.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class ExhaustionBenchmarks
{
    private readonly Exhausting _exhausting = new();

    /// <summary>Three senders of four messages each: all orders.</summary>
    [Benchmark(OperationsPerInvoke = Exhausting.Orders)]
    public void FanIn() => _exhausting.Run(Exhausting.Orders);
}
