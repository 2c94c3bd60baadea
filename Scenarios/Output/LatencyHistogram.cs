using System.Numerics;

namespace Sim.Scenarios.Output;

/// <summary>
/// Counts times in a fixed amount of memory. Times are kept to within 1/32 of their size, from 100 ns up; the largest is
/// kept exactly.
/// </summary>
public sealed class LatencyHistogram
{
    private const int SubBuckets = 32;
    private const int SubBucketBits = 5;
    private readonly long[] _counts = new long[(64 - SubBucketBits + 1) * SubBuckets];

    /// <summary>Times counted.</summary>
    public long Count { get; private set; }

    /// <summary>The largest time; zero when nothing was counted.</summary>
    public TimeSpan Max { get; private set; }

    /// <summary>Counts a time; a negative one counts as zero.</summary>
    public void Record(TimeSpan time)
    {
        var ticks = Math.Max(0, time.Ticks);
        _counts[BucketOf((ulong)ticks)]++;
        Count++;
        if (time > Max)
            Max = time;
    }

    /// <summary>The time that this share of the counted ones does not exceed; zero when nothing was counted.</summary>
    /// <param name="share">0 to 1: 0.5 is the median.</param>
    public TimeSpan Percentile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        var seen = 0L;
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            seen += _counts[bucket];
            if (seen >= rank)
                return TimeSpan.FromTicks(Math.Min(Max.Ticks, UpperBoundOf(bucket)));
        }

        return Max;
    }

    private static int BucketOf(ulong ticks)
    {
        if (ticks < SubBuckets)
            return (int)ticks;
        var shift = BitOperations.Log2(ticks) - SubBucketBits;
        return ((shift + 1) * SubBuckets) + (int)((ticks >> shift) - SubBuckets);
    }

    private static long UpperBoundOf(int bucket)
    {
        if (bucket < SubBuckets)
            return bucket;
        var shift = (bucket / SubBuckets) - 1;
        return (long)((((ulong)(bucket % SubBuckets) + SubBuckets + 1) << shift) - 1);
    }
}
