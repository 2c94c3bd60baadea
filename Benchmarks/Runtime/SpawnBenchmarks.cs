using BenchmarkDotNet.Attributes;

namespace Sim.Benchmarks.Runtime;

/// <summary>What an actor costs, until it has started.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class SpawnBenchmarks
{
    private Spawning _spawning = null!;

    /// <summary>Whether the parent gives the name.</summary>
    [Params(false, true)]
    public bool Named { get; set; }

    /// <summary>Starts the system.</summary>
    [GlobalSetup]
    public void SetUp() => _spawning = new Spawning(Named);

    /// <summary>Stops the children; an iteration is one batch, since names can be given once.</summary>
    [IterationCleanup]
    public void Stop() => _spawning.Settle();

    /// <summary>Stops the system.</summary>
    [GlobalCleanup]
    public void CleanUp() => _spawning.Dispose();

    /// <summary>Children of one parent.</summary>
    [Benchmark(OperationsPerInvoke = Spawning.BatchSize)]
    public void Spawn() => _spawning.Run(Spawning.BatchSize);
}
