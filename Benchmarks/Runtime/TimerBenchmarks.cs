using BenchmarkDotNet.Attributes;

namespace Sim.Benchmarks.Runtime;

/// <summary>What a timer of an actor costs.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class TimerBenchmarks
{
    private Timing _timing = null!;

    /// <summary>Whether it fires, or is cancelled at once.</summary>
    [Params(false, true)]
    public bool Fires { get; set; }

    /// <summary>Starts the system.</summary>
    [GlobalSetup]
    public void SetUp() => _timing = new Timing(Fires);

    /// <summary>Stops the system.</summary>
    [GlobalCleanup]
    public void CleanUp() => _timing.Dispose();

    /// <summary>Timers with different keys.</summary>
    [Benchmark(OperationsPerInvoke = Timing.BatchSize)]
    public void Start() => _timing.Run(Timing.BatchSize);
}
