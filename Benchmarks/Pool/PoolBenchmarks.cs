using BenchmarkDotNet.Attributes;
using Sim.Hardware.Sessions;

namespace Sim.Benchmarks.Pool;

/// <summary>One decrypt job in a stream of them: through the actors, and by the raw kernel on as many threads.</summary>
[MemoryDiagnoser]
public class PoolBenchmarks
{
    private const int Jobs = 20_000;

    private ActorPool _actors = null!;
    private RawPool _raw = null!;

    /// <summary>Every key-switch policy.</summary>
    public static IEnumerable<string> Policies => KeySwitchPolicies.Names;

    /// <summary>Sizes of the pool.</summary>
    public static IEnumerable<int> Pools => PoolRatios.Engines;

    /// <summary>Sizes of a job.</summary>
    public static IEnumerable<int> Sizes => PoolRatios.Sizes;

    /// <summary>The key-switch policy.</summary>
    [ParamsSource(nameof(Policies))]
    public string Policy { get; set; } = "";

    /// <summary>Engines of the pool, and threads of the baseline.</summary>
    [ParamsSource(nameof(Pools))]
    public int Engines { get; set; }

    /// <summary>Bytes of a job.</summary>
    [ParamsSource(nameof(Sizes))]
    public int Bytes { get; set; }

    /// <summary>Starts both.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var load = new PoolLoad(Policy, Engines, Bytes);
        (_actors, _raw) = (new ActorPool(load), new RawPool(load));
    }

    /// <summary>Stops both.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        _actors.Dispose();
        _raw.Dispose();
    }

    /// <summary>Client, session, engines and back.</summary>
    [Benchmark(OperationsPerInvoke = Jobs)]
    public void Actors() => _actors.Run(Jobs);

    /// <summary>What the machine can do at most.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Jobs)]
    public void Raw() => _raw.Run(Jobs);
}
