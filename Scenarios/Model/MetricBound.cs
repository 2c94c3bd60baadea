using Sim.Scenarios.Yaml.Values;

namespace Sim.Scenarios.Model;

/// <summary>A bound on a metric of the report.</summary>
/// <param name="Metric">
/// Its name: <c>jobs, bytes, completed, aborted, refused, refreshes, misuse, barrier.count</c> (counts);
/// <c>barrier.p50, barrier.p99, barrier.max, stall.p50, stall.p99, stall.max, elapsed</c> (times);
/// <c>throughput</c> (bytes a second).
/// </param>
/// <param name="Comparison">How it must compare.</param>
/// <param name="Value">The bound: a count, seconds for a time, bytes a second for the throughput.</param>
public sealed record MetricBound(string Metric, Comparison Comparison, double Value)
{
    /// <summary>Reads a bound such as <c>&lt; 2 ms</c>, <c>== 16000</c> or <c>&gt;= 100 MB/s</c>.</summary>
    /// <param name="metric">One of <see cref="MetricCatalog.Names"/>.</param>
    /// <param name="bound">The comparison, a number, and the unit of the metric.</param>
    /// <exception cref="FormatException">There is no such metric, or the bound is not one of its kind.</exception>
    public static MetricBound Parse(string metric, string bound)
    {
        if (MetricCatalog.KindOf(metric) is not { } kind)
            throw new FormatException(NearestName.Missing("metric", metric, MetricCatalog.Names));
        var read = BoundText.Read(bound, DimensionOf(kind));
        return read.Problem is null
            ? new MetricBound(metric, read.Value.Comparison, read.Value.Bound.ToDouble())
            : throw new FormatException($"{metric}: {read.Problem}");
    }

    /// <summary>The bound as a scenario file says it, in the unit that makes it shortest.</summary>
    public string ToText() => BoundText.Write(Comparison, Value, DimensionOf(MetricCatalog.KindOf(Metric) ?? MetricKind.Count));

    private static Dimension DimensionOf(MetricKind kind) => kind switch
    {
        MetricKind.Time => Dimension.Time,
        MetricKind.Throughput => Dimension.Throughput,
        _ => Dimension.Count,
    };
}
