using BenchmarkDotNet.Attributes;

namespace Sim.Benchmarks.Runtime;

/// <summary>What a system costs.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class SystemBenchmarks
{
    private readonly SystemLife _life = new();

    /// <summary>Its whole life.</summary>
    [Benchmark(OperationsPerInvoke = SystemLife.BatchSize)]
    public void CreateAndTerminate() => _life.Run(SystemLife.BatchSize);
}
