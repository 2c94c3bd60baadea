using Sim.Checkers;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;
using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

public sealed class MetricBoundsTests
{
    private static readonly RunReport Report =
        RunReport.Of(new RunIdentity("test", "parallel", "slots", 4, 1), new RunMeter(), new PropertySet(), TimeSpan.FromSeconds(2)) with
        {
            Jobs = 5,
            Stall = new StallReport(1000, 5100, 6000),
            ThroughputMBps = 12,
        };

    [Theory]
    [InlineData("jobs", Comparison.Less, 6, true)]
    [InlineData("jobs", Comparison.Less, 5, false)]
    [InlineData("jobs", Comparison.AtMost, 5, true)]
    [InlineData("jobs", Comparison.AtMost, 4, false)]
    [InlineData("jobs", Comparison.Equal, 5, true)]
    [InlineData("jobs", Comparison.Equal, 4, false)]
    [InlineData("jobs", Comparison.AtLeast, 5, true)]
    [InlineData("jobs", Comparison.AtLeast, 6, false)]
    [InlineData("jobs", Comparison.More, 4, true)]
    [InlineData("jobs", Comparison.More, 5, false)]
    [InlineData("elapsed", Comparison.Equal, 2, true)]
    [InlineData("stall.p50", Comparison.AtMost, 0.001, true)]
    [InlineData("throughput", Comparison.AtLeast, 12e6, true)]
    [InlineData("throughput", Comparison.More, 12e6, false)]
    public void A_bound_holds_or_not(string metric, Comparison comparison, double value, bool holds) =>
        Assert.Equal(holds, MetricBounds.Broken([new MetricBound(metric, comparison, value)], Report).Count == 0);

    [Fact]
    public void What_is_broken_is_told_with_units() => Assert.Equal(
        [
            new ViolationReport("metric stall.p99", "is 5.1 ms, must be < 2 ms"),
            new ViolationReport("metric jobs", "is 5, must be == 6"),
            new ViolationReport("metric throughput", "is 12 MB/s, must be >= 100.5 MB/s"),
        ],
        MetricBounds.Broken(
            [
                new MetricBound("stall.p99", Comparison.Less, 0.002),
                new MetricBound("jobs", Comparison.Equal, 6),
                new MetricBound("throughput", Comparison.AtLeast, 100.5e6),
            ],
            Report));

    [Theory]
    [InlineData("bytes")]
    [InlineData("completed")]
    [InlineData("aborted")]
    [InlineData("refused")]
    [InlineData("refreshes")]
    [InlineData("misuse")]
    [InlineData("barrier.count")]
    [InlineData("barrier.p50")]
    [InlineData("barrier.p99")]
    [InlineData("barrier.max")]
    [InlineData("stall.max")]
    public void Every_metric_of_the_model_is_there(string metric)
    {
        Assert.Contains(metric, MetricBounds.Names);
        Assert.Single(MetricBounds.Broken([new MetricBound(metric, Comparison.Less, 0)], Report));
    }
}
