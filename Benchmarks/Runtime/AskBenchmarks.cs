using BenchmarkDotNet.Attributes;

namespace Sim.Benchmarks.Runtime;

/// <summary>What a question costs, until its answer is there.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class AskBenchmarks
{
    private Asking _asking = null!;

    /// <summary>How many ask at the same time.</summary>
    [Params(1, 100)]
    public int InFlight { get; set; }

    /// <summary>Starts the system.</summary>
    [GlobalSetup]
    public void SetUp() => _asking = new Asking(InFlight);

    /// <summary>Stops the system.</summary>
    [GlobalCleanup]
    public void CleanUp() => _asking.Dispose();

    /// <summary>An actor that answers at once.</summary>
    [Benchmark(OperationsPerInvoke = Asking.BatchSize)]
    public void Ask() => _asking.Run(Asking.BatchSize);
}
