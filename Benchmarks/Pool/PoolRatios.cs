using Sim.Benchmarks.Ratios;
using Sim.Hardware.Sessions;

namespace Sim.Benchmarks.Pool;

/// <summary>The pool end to end beside the raw kernel on as many threads.</summary>
internal static class PoolRatios
{
    private const double Target = 0.90;
    private static readonly PoolLoad TargetLoad = new(KeySwitchPolicies.Default, Engines: 2, JobBytes: 64 * 1024);

    public static readonly int[] Engines = [1, 2];
    public static readonly int[] Sizes = [4 * 1024, 64 * 1024, 256 * 1024];

    public static void Print(TextWriter output) =>
        RatioTable.Print(output, "Decrypt jobs through session and engines: actors / raw kernel", Rows());

    private static IEnumerable<RatioRow> Rows() =>
        from policy in KeySwitchPolicies.Names
        from engines in Engines
        from bytes in Sizes
        select Row(new PoolLoad(policy, engines, bytes));

    private static RatioRow Row(PoolLoad load) => new(
        $"{load.Policy}, {load.Engines} engines, {load.JobBytes / 1024} KiB",
        () => new ActorPool(load),
        () => new RawPool(load),
        load.Engines,
        load with { Policy = TargetLoad.Policy } == TargetLoad ? Target : null,
        "GB/s",
        load.JobBytes / 1e9);
}
