using System.Diagnostics;
using Sim.Benchmarks.Ratios;
using Sim.Benchmarks.Runtime;

namespace Sim.Benchmarks.Rates;

/// <summary>Takes samples of a load, each of as many batches as fill about a second.</summary>
internal static class RateSampler
{
    public const int Samples = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    public static TurnCost[] Measure(ILoad load)
    {
        Sample(load, WarmUp);
        return [.. Enumerable.Range(0, Samples).Select(_ => Sample(load, Length))];
    }

    // What a batch leaves behind may take longer to clear away than to make, so the whole time is bounded as well.
    private static TurnCost Sample(ILoad load, TimeSpan length)
    {
        var cost = default(TurnCost);
        var begin = Stopwatch.GetTimestamp();
        do
        {
            cost += Batch(load);
            load.Settle();
        }
        while (cost.Elapsed < length && Stopwatch.GetElapsedTime(begin) < 2 * length);
        return cost;
    }

    private static TurnCost Batch(ILoad load)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        load.Run(load.Batch);
        return new TurnCost(
            load.Batch,
            Stopwatch.GetElapsedTime(start),
            Environment.CpuUsage.TotalTime - processor,
            GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }
}
