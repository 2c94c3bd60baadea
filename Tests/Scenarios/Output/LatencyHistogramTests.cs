using FsCheck;
using FsCheck.Fluent;
using Sim.Scenarios.Output;
using Xunit;

namespace Sim.Tests.Scenarios.Output;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void An_empty_histogram_says_zero()
    {
        var histogram = new LatencyHistogram();

        Assert.Equal(TimeSpan.Zero, histogram.Percentile(0.99));
        Assert.Equal(TimeSpan.Zero, histogram.Max);
    }

    [Fact]
    public void Small_times_are_kept_exactly()
    {
        var histogram = new LatencyHistogram();
        for (var ticks = 1; ticks <= 10; ticks++)
            histogram.Record(TimeSpan.FromTicks(ticks));

        Assert.Equal(5, histogram.Percentile(0.5).Ticks);
        Assert.Equal(10, histogram.Percentile(1).Ticks);
    }

    [Fact]
    public void A_negative_time_counts_as_zero()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.FromTicks(-5));

        Assert.Equal(1, histogram.Count);
        Assert.Equal(TimeSpan.Zero, histogram.Percentile(0.5));
    }

    [Fact]
    public void Percentiles_are_within_a_32nd_of_the_true_ones() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<long[]>().Filter(times => times.Length > 0),
            times =>
            {
                var sorted = times.Select(ticks => ticks & (long.MaxValue >> 8)).Order().ToArray();
                var histogram = new LatencyHistogram();
                foreach (var ticks in sorted)
                    histogram.Record(TimeSpan.FromTicks(ticks));
                return new[] { 0.01, 0.5, 0.9, 0.99, 1.0 }.All(share =>
                {
                    var truth = sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
                    var told = histogram.Percentile(share).Ticks;
                    return told >= truth && told <= truth + (truth / 32) + 1;
                }) && histogram.Max.Ticks == sorted[^1];
            }).QuickCheckThrowOnFailure();
}
