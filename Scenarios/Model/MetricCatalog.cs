using System.Collections.Immutable;

namespace Sim.Scenarios.Model;

/// <summary>The metrics of a report that a scenario may bound.</summary>
public static class MetricCatalog
{
    private static readonly ImmutableArray<(string Name, MetricKind Kind)> All =
    [
        ("jobs", MetricKind.Count),
        ("bytes", MetricKind.Count),
        ("completed", MetricKind.Count),
        ("aborted", MetricKind.Count),
        ("refused", MetricKind.Count),
        ("refreshes", MetricKind.Count),
        ("misuse", MetricKind.Count),
        ("barrier.count", MetricKind.Count),
        ("barrier.p50", MetricKind.Time),
        ("barrier.p99", MetricKind.Time),
        ("barrier.max", MetricKind.Time),
        ("stall.p50", MetricKind.Time),
        ("stall.p99", MetricKind.Time),
        ("stall.max", MetricKind.Time),
        ("elapsed", MetricKind.Time),
        ("throughput", MetricKind.Throughput),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(metric => metric.Name)];

    /// <summary>What a metric measures; null when there is no such metric.</summary>
    public static MetricKind? KindOf(string name)
    {
        foreach (var metric in All)
        {
            if (metric.Name == name)
                return metric.Kind;
        }

        return null;
    }
}
