using BenchmarkDotNet.Attributes;

namespace Sim.Benchmarks.Runtime;

/// <summary>What it costs to put a message aside.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class StashBenchmarks
{
    private readonly Stashing _stashing = new();

    /// <summary>Stops the system.</summary>
    [GlobalCleanup]
    public void CleanUp() => _stashing.Dispose();

    /// <summary>Delivered, stashed, unstashed and delivered again.</summary>
    [Benchmark(OperationsPerInvoke = Stashing.BatchSize)]
    public void StashAndUnstash() => _stashing.Run(Stashing.BatchSize);
}
