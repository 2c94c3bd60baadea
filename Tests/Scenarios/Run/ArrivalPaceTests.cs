using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

public sealed class ArrivalPaceTests
{
    [Fact]
    public void Back_to_back_every_job_is_due_at_once() =>
        Assert.Equal(TimeSpan.Zero, new ArrivalPace(perSecond: null, phase: 0.5).DueAt(1_000_000));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.25)]
    [InlineData(4_000_000, 1_000_000)]
    public void A_job_is_due_at_its_number_over_the_rate(long job, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new ArrivalPace(4, phase: 0).DueAt(job));

    [Fact]
    public void A_phase_delays_all_jobs_by_its_share_of_the_interval() =>
        Assert.Equal(TimeSpan.FromSeconds(0.625), new ArrivalPace(4, phase: 0.5).DueAt(2));

    [Fact]
    public void A_rate_near_zero_is_no_overflow() =>
        Assert.Equal(TimeSpan.MaxValue, new ArrivalPace(1e-30, phase: 0).DueAt(1));
}
