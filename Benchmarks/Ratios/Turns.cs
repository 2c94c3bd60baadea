using System.Diagnostics;

namespace Sim.Benchmarks.Ratios;

/// <summary>One contender's turns: how much of its work makes a turn, and what the turns have cost so far.</summary>
internal sealed class Turns
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);

    private readonly IContender _contender;
    private readonly long _operations;
    private long _allocated;

    /// <summary>Warms the contender up, and finds out how many operations fill a turn.</summary>
    public Turns(IContender contender, TimeSpan turn)
    {
        _contender = contender;
        for (_operations = 1; ; _operations *= 2)
        {
            Take();
            if (Elapsed > WarmUp)
                break;
            Reset();
        }

        _operations = Math.Max(1, (long)(_operations * (turn / Elapsed)));
        Reset();
    }

    /// <summary>Time of all turns.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Operations of all turns.</summary>
    public long Operations { get; private set; }

    /// <summary>Operations per second.</summary>
    public double Rate => Operations / Elapsed.TotalSeconds;

    /// <summary>Bytes allocated per operation, on whatever thread.</summary>
    public double AllocatedPerOperation => (double)_allocated / Operations;

    /// <summary>Takes a turn.</summary>
    public void Take()
    {
        var allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        _contender.Run(_operations);
        Elapsed += Stopwatch.GetElapsedTime(start);
        Operations += _operations;
        _allocated += GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
    }

    /// <summary>Forgets the turns so far.</summary>
    public void Reset()
    {
        Elapsed = TimeSpan.Zero;
        (Operations, _allocated) = (0, 0);
    }
}
