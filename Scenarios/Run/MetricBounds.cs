using System.Globalization;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;

namespace Sim.Scenarios.Run;

/// <summary>The metrics of a report by name, and whether they keep their bounds.</summary>
public static class MetricBounds
{
    private static readonly Dictionary<string, Func<RunReport, double>> Metrics = new()
    {
        ["jobs"] = report => report.Jobs,
        ["bytes"] = report => report.Bytes,
        ["completed"] = report => report.Completed,
        ["aborted"] = report => report.Aborted,
        ["refused"] = report => report.Refused,
        ["refreshes"] = report => report.Refreshes,
        ["misuse"] = report => report.Misuse,
        ["barrier.count"] = report => report.Barrier.Count,
        ["barrier.p50"] = report => report.Barrier.P50Us / 1e6,
        ["barrier.p99"] = report => report.Barrier.P99Us / 1e6,
        ["barrier.max"] = report => report.Barrier.MaxUs / 1e6,
        ["stall.p50"] = report => report.Stall.P50Us / 1e6,
        ["stall.p99"] = report => report.Stall.P99Us / 1e6,
        ["stall.max"] = report => report.Stall.MaxUs / 1e6,
        ["elapsed"] = report => report.ElapsedSeconds,
        ["throughput"] = report => report.ThroughputMBps * 1e6,
    };

    /// <summary>The metrics that there are.</summary>
    public static IReadOnlyCollection<string> Names => Metrics.Keys;

    /// <summary>What does not keep its bound.</summary>
    /// <param name="bounds">Bounds on metrics of <see cref="Names"/>.</param>
    /// <param name="report">The run.</param>
    public static IReadOnlyList<ViolationReport> Broken(IEnumerable<MetricBound> bounds, RunReport report)
    {
        List<ViolationReport> broken = [];
        foreach (var bound in bounds)
        {
            var kind = MetricCatalog.KindOf(bound.Metric);
            var value = Metrics[bound.Metric](report);
            if (!Holds(value, bound))
            {
                broken.Add(new ViolationReport(
                    $"metric {bound.Metric}",
                    $"is {Show(value, kind)}, must be {Sign(bound.Comparison)} {Show(bound.Value, kind)}"));
            }
        }

        return broken;
    }

    private static bool Holds(double value, MetricBound bound) => bound.Comparison switch
    {
        Comparison.Less => value < bound.Value,
        Comparison.AtMost => value <= bound.Value,
        Comparison.Equal => value == bound.Value,
        Comparison.AtLeast => value >= bound.Value,
        _ => value > bound.Value,
    };

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.Equal => "==",
        Comparison.AtLeast => ">=",
        _ => ">",
    };

    private static string Show(double value, MetricKind? kind) => kind switch
    {
        MetricKind.Count => string.Create(CultureInfo.InvariantCulture, $"{value:0.###}"),
        MetricKind.Time => string.Create(CultureInfo.InvariantCulture, $"{value * 1e3:0.####} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.###} MB/s"),
    };
}
