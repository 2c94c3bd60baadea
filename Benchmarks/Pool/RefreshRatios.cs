using Sim.Benchmarks.Ratios;
using Sim.Hardware.Sessions;

namespace Sim.Benchmarks.Pool;

/// <summary>What refreshing the session key costs: the same load, with and without.</summary>
internal static class RefreshRatios
{
    private const double Target = 0.98;
    private const int TargetRate = 1000;

    public static readonly int[] Rates = [10, 100, 1000];

    public static void Print(TextWriter output) => RatioTable.Print(
        output, "Refreshes per second, 2 engines, 64 KiB: with / without", Rows());

    /// <summary>The load that is refreshed.</summary>
    public static PoolLoad Load(string policy) => new(policy, Engines: 2, JobBytes: 64 * 1024);

    private static IEnumerable<RatioRow> Rows() =>
        from policy in KeySwitchPolicies.Names
        from rate in Rates
        select Row(Load(policy) with { RefreshesPerSecond = rate });

    // The drain policy pays for a refresh by design; nothing is promised for it.
    private static RatioRow Row(PoolLoad load) => new(
        $"{load.Policy}, {load.RefreshesPerSecond}/s",
        () => new ActorPool(load),
        () => new ActorPool(load with { RefreshesPerSecond = 0 }),
        load.Engines,
        load.RefreshesPerSecond == TargetRate && load.Policy != "drain" ? Target : null,
        "GB/s",
        load.JobBytes / 1e9);
}
