namespace Sim.Scenarios.Model;

/// <summary>A bound on a metric of the report.</summary>
/// <param name="Metric">
/// Its name: <c>jobs, bytes, completed, aborted, refused, refreshes, misuse, barrier.count</c> (counts);
/// <c>barrier.p50, barrier.p99, barrier.max, stall.p50, stall.p99, stall.max, elapsed</c> (times);
/// <c>throughput</c> (bytes a second).
/// </param>
/// <param name="Comparison">How it must compare.</param>
/// <param name="Value">The bound: a count, seconds for a time, bytes a second for the throughput.</param>
public sealed record MetricBound(string Metric, Comparison Comparison, double Value);
