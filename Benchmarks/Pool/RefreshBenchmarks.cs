using BenchmarkDotNet.Attributes;
using Sim.Hardware.Sessions;

namespace Sim.Benchmarks.Pool;

/// <summary>One 64 KiB job on two engines while the session key is refreshed so many times a second.</summary>
public class RefreshBenchmarks
{
    private const int Jobs = 20_000;

    private ActorPool _refreshing = null!;
    private ActorPool _steady = null!;

    /// <summary>Every key-switch policy.</summary>
    public static IEnumerable<string> Policies => KeySwitchPolicies.Names;

    /// <summary>Refreshes per second.</summary>
    public static IEnumerable<int> Rates => RefreshRatios.Rates;

    /// <summary>The key-switch policy.</summary>
    [ParamsSource(nameof(Policies))]
    public string Policy { get; set; } = "";

    /// <summary>Refreshes per second.</summary>
    [ParamsSource(nameof(Rates))]
    public int RefreshesPerSecond { get; set; }

    /// <summary>Starts both pools.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var load = RefreshRatios.Load(Policy);
        _refreshing = new ActorPool(load with { RefreshesPerSecond = RefreshesPerSecond });
        _steady = new ActorPool(load);
    }

    /// <summary>Stops both pools.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        _refreshing.Dispose();
        _steady.Dispose();
    }

    /// <summary>With refreshes.</summary>
    [Benchmark(OperationsPerInvoke = Jobs)]
    public void Refreshing() => _refreshing.Run(Jobs);

    /// <summary>Without.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Jobs)]
    public void Steady() => _steady.Run(Jobs);
}
