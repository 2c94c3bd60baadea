using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Model;

public sealed class MetricBoundTests
{
    [Theory]
    [InlineData("stall.p99", "< 2 ms", Comparison.Less, 0.002)]
    [InlineData("elapsed", "<= 1.5 min", Comparison.AtMost, 90)]
    [InlineData("barrier.p50", ">0.3us", Comparison.More, 3e-7)]
    [InlineData("completed", "== 16000", Comparison.Equal, 16000)]
    [InlineData("throughput", ">= 100 MB/s", Comparison.AtLeast, 1e8)]
    [InlineData("throughput", ">= 1 KiB/s", Comparison.AtLeast, 1024)]
    public void Bound_is_read_in_base_units(string metric, string bound, Comparison comparison, double value) =>
        Assert.Equal(new MetricBound(metric, comparison, value), MetricBound.Parse(metric, bound));

    [Theory]
    [InlineData("stall.p99", Comparison.Less, 0.002, "< 2 ms")]
    [InlineData("stall.p99", Comparison.Less, 0.0000025, "< 2.5 us")]
    [InlineData("elapsed", Comparison.AtMost, 90, "<= 90 s")]
    [InlineData("completed", Comparison.Equal, 16000, "== 16000")]
    [InlineData("throughput", Comparison.More, 1e8, "> 100 MB/s")]
    public void Bound_is_written_in_the_unit_that_makes_it_shortest(string metric, Comparison comparison, double value, string text)
    {
        var bound = new MetricBound(metric, comparison, value);

        Assert.Equal(text, bound.ToText());
        Assert.Equal(bound, MetricBound.Parse(metric, text));
    }

    [Fact]
    public void Metrics_that_can_be_bounded_are_those_that_a_run_has() => Assert.Equal(MetricBounds.Names.Order(), MetricCatalog.Names.Order());

    [Fact]
    public void Every_metric_has_a_kind()
    {
        Assert.NotEmpty(MetricCatalog.Names);
        Assert.All(MetricCatalog.Names, name => Assert.NotNull(MetricCatalog.KindOf(name)));
        Assert.Null(MetricCatalog.KindOf("nothing"));
    }
}
