using System.Diagnostics;

namespace Sim.Benchmarks.Ratios;

/// <summary>One contender's turns.</summary>
internal sealed class Turns
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);

    private readonly IContender _contender;
    private readonly long _operationsPerTurn = 1;

    /// <summary>Warms the contender up, and finds out how many operations fill a turn.</summary>
    public Turns(IContender contender, TimeSpan turn)
    {
        _contender = contender;
        var warm = Take();
        while (warm.Elapsed < WarmUp)
        {
            _operationsPerTurn *= 2;
            warm = Take();
        }

        _operationsPerTurn = Math.Max(1, (long)(warm.Operations * (turn / warm.Elapsed)));
    }

    /// <summary>Takes a turn.</summary>
    public TurnCost Take()
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        _contender.Run(_operationsPerTurn);
        return new TurnCost(
            _operationsPerTurn,
            Stopwatch.GetElapsedTime(start),
            Environment.CpuUsage.TotalTime - processor,
            GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }
}
