using System.Globalization;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;

namespace Sim.Scenarios.Run;

/// <summary>The metrics of a report by name, and whether they keep their bounds.</summary>
public static class MetricBounds
{
    private static readonly Dictionary<string, (Unit Unit, Func<RunReport, double> Read)> Metrics = new()
    {
        ["jobs"] = (Unit.Count, report => report.Jobs),
        ["bytes"] = (Unit.Count, report => report.Bytes),
        ["completed"] = (Unit.Count, report => report.Completed),
        ["aborted"] = (Unit.Count, report => report.Aborted),
        ["refused"] = (Unit.Count, report => report.Refused),
        ["refreshes"] = (Unit.Count, report => report.Refreshes),
        ["misuse"] = (Unit.Count, report => report.Misuse),
        ["barrier.count"] = (Unit.Count, report => report.Barrier.Count),
        ["barrier.p50"] = (Unit.Seconds, report => report.Barrier.P50Us / 1e6),
        ["barrier.p99"] = (Unit.Seconds, report => report.Barrier.P99Us / 1e6),
        ["barrier.max"] = (Unit.Seconds, report => report.Barrier.MaxUs / 1e6),
        ["stall.p50"] = (Unit.Seconds, report => report.Stall.P50Us / 1e6),
        ["stall.p99"] = (Unit.Seconds, report => report.Stall.P99Us / 1e6),
        ["stall.max"] = (Unit.Seconds, report => report.Stall.MaxUs / 1e6),
        ["elapsed"] = (Unit.Seconds, report => report.ElapsedSeconds),
        ["throughput"] = (Unit.BytesPerSecond, report => report.ThroughputMBps * 1e6),
    };

    private enum Unit
    {
        Count,
        Seconds,
        BytesPerSecond,
    }

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
            var (unit, read) = Metrics[bound.Metric];
            var value = read(report);
            if (!Holds(value, bound))
            {
                broken.Add(new ViolationReport(
                    $"metric {bound.Metric}",
                    $"is {Show(value, unit)}, must be {Sign(bound.Comparison)} {Show(bound.Value, unit)}"));
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

    private static string Show(double value, Unit unit) => unit switch
    {
        Unit.Count => string.Create(CultureInfo.InvariantCulture, $"{value:0.###}"),
        Unit.Seconds => string.Create(CultureInfo.InvariantCulture, $"{value * 1e3:0.####} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.###} MB/s"),
    };
}
