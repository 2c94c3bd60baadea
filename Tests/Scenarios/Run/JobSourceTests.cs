using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

public sealed class JobSourceTests
{
    [Fact]
    public void Jobs_come_in_order_and_as_many_as_are_counted()
    {
        var source = new JobSource(new JobSpec { Count = 2 });

        Assert.Equal([0L, 1L], [source.Take(), source.Take()]);
        Assert.False(source.HasNext(TimeSpan.Zero));
    }

    [Fact]
    public void A_job_that_was_refused_comes_again_before_new_ones_and_counts_once()
    {
        var source = new JobSource(new JobSpec { Count = 3 });
        source.Take();
        source.Take();
        source.Return(0);

        Assert.Equal(0, source.Next);
        Assert.Equal([0L, 2L], [source.Take(), source.Take()]);
        Assert.False(source.HasNext(TimeSpan.Zero));
    }

    [Fact]
    public void The_last_job_too_comes_again()
    {
        var source = new JobSource(new JobSpec { Count = 1 });
        source.Take();
        source.Return(0);

        Assert.True(source.HasNext(TimeSpan.Zero));
    }

    [Fact]
    public void A_load_by_time_ends_with_its_time_whatever_was_refused()
    {
        var source = new JobSource(new JobSpec { For = TimeSpan.FromSeconds(1) });
        source.Take();
        source.Return(0);

        Assert.True(source.HasNext(TimeSpan.FromSeconds(0.999)));
        Assert.False(source.HasNext(TimeSpan.FromSeconds(1)));
    }
}
