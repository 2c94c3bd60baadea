namespace Sim.Scenarios.Output;

/// <summary>Key-switch barriers: how many, and how long in microseconds.</summary>
public sealed record BarrierReport(long Count, double P50Us, double P99Us, double MaxUs)
{
    /// <summary>Reads a histogram.</summary>
    public static BarrierReport Of(LatencyHistogram times) => new(
        times.Count,
        times.Percentile(0.5).TotalMicroseconds,
        times.Percentile(0.99).TotalMicroseconds,
        times.Max.TotalMicroseconds);
}

/// <summary>Stalls of jobs in microseconds.</summary>
public sealed record StallReport(double P50Us, double P99Us, double MaxUs)
{
    /// <summary>Reads a histogram.</summary>
    public static StallReport Of(LatencyHistogram times) => new(
        times.Percentile(0.5).TotalMicroseconds,
        times.Percentile(0.99).TotalMicroseconds,
        times.Max.TotalMicroseconds);
}
