using Sim.Hardware.Crypto;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

public sealed class RefreshPaceTests
{
    private static readonly SessionKeyNonce First = SessionKeyNonce.Read([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    private static readonly SessionKeyNonce Second = SessionKeyNonce.Read([9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    public void By_jobs_start_is_asked_for_half_way_and_once(int every, int expectedAfter)
    {
        var pace = Every(every);
        var askedAfter = new List<int>();
        for (var job = 1; job <= every; job++)
        {
            pace.Submitted();
            if (pace.TakeStarts(default) > 0)
                askedAfter.Add(job);
        }

        Assert.Equal([expectedAfter], askedAfter);
    }

    [Fact]
    public void Finish_waits_for_its_jobs_and_for_the_random_number()
    {
        var pace = Every(2);
        pace.Submitted();
        Assert.Equal(1, pace.TakeStarts(default));
        pace.Started(First);
        Assert.False(pace.TryFinish(out _));
        pace.Submitted();
        Assert.True(pace.FinishDue);
        Assert.True(pace.TryFinish(out var taken));
        Assert.Equal(First, taken);
        Assert.False(pace.FinishDue);
    }

    [Fact]
    public void Finish_is_due_but_not_possible_before_the_random_number_came()
    {
        var pace = Every(1);
        pace.Submitted();
        pace.TakeStarts(default);

        Assert.True(pace.FinishDue);
        Assert.False(pace.TryFinish(out _));
    }

    [Fact]
    public void Every_refresh_uses_its_own_random_number()
    {
        var pace = Every(1);
        pace.Submitted();
        pace.TakeStarts(default);
        pace.Started(First);
        Assert.True(pace.TryFinish(out _));
        pace.Submitted();
        pace.TakeStarts(default);

        Assert.False(pace.TryFinish(out _));
    }

    [Fact]
    public void A_refused_start_is_called_again()
    {
        var pace = Every(1);
        pace.Submitted();
        pace.TakeStarts(default);
        pace.Refused();

        Assert.False(pace.TryFinish(out _));
        Assert.Equal(1, pace.TakeStarts(default));
    }

    [Fact]
    public void Of_several_starts_the_last_number_counts_when_all_are_answered()
    {
        var pace = new RefreshPace(new RefreshSpec { EveryJobs = 1, Starts = 3 });
        pace.Submitted();
        Assert.Equal(3, pace.TakeStarts(default));
        pace.Refused();
        pace.Started(First);
        Assert.False(pace.TryFinish(out _));
        pace.Started(Second);

        Assert.True(pace.TryFinish(out var taken));
        Assert.Equal(Second, taken);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(0, 0)]
    public void Without_a_start_or_a_finish_the_key_stays(int starts, int finishes)
    {
        var pace = new RefreshPace(new RefreshSpec { EveryJobs = 1, Starts = starts, Finishes = finishes });
        pace.Submitted();
        Assert.Equal(starts, pace.TakeStarts(default));
        for (var i = 0; i < starts; i++)
            pace.Started(First);

        Assert.Equal(finishes, pace.FinishCalls);
        Assert.True(pace.TryFinish(out var taken));
        Assert.Null(taken);
        Assert.False(pace.FinishDue);
    }

    [Fact]
    public void A_chain_is_that_many_refreshes_with_no_job_between()
    {
        var pace = new RefreshPace(new RefreshSpec { EveryJobs = 1, Chain = 3 });
        pace.Submitted();
        for (var refresh = 0; refresh < 3; refresh++)
        {
            Assert.True(pace.FinishDue);
            Assert.Equal(1, pace.TakeStarts(default));
            pace.Started(First);
            Assert.True(pace.TryFinish(out _));
        }

        Assert.False(pace.FinishDue);
        Assert.Equal(0, pace.TakeStarts(default));
    }

    [Fact]
    public void By_time_finish_is_due_when_the_number_came_and_jobs_go_on_until_then()
    {
        var pace = EverySecond(first: 0.5);
        Assert.Equal(0, pace.TakeStarts(Seconds(0.4)));
        Assert.Equal(1, pace.TakeStarts(Seconds(0.5)));
        Assert.False(pace.FinishDue);
        pace.Started(First);

        Assert.True(pace.FinishDue);
        Assert.True(pace.TryFinish(out _));
        Assert.False(pace.FinishDue);
    }

    [Theory]
    [InlineData(0.5, 1.5)]
    [InlineData(0.9, 1.5)]
    [InlineData(1.5, 2.5)]
    [InlineData(7.6, 8.5)]
    public void By_time_the_next_refresh_is_due_on_the_grid_and_none_is_caught_up_on(double startedAt, double nextAt)
    {
        var pace = EverySecond(first: 0.5);
        Assert.Equal(Seconds(0.5), pace.NextAt);
        Assert.Equal(1, pace.TakeStarts(Seconds(startedAt)));
        Assert.Null(pace.NextAt);
        pace.Started(First);
        pace.TryFinish(out _);

        Assert.Equal(Seconds(nextAt), pace.NextAt);
        Assert.Equal(0, pace.TakeStarts(Seconds(startedAt)));
    }

    [Fact]
    public void Without_a_refresh_nothing_is_ever_due()
    {
        var pace = new RefreshPace(null);
        pace.Submitted();

        Assert.Equal(0, pace.TakeStarts(TimeSpan.MaxValue));
        Assert.False(pace.FinishDue);
        Assert.Null(pace.NextAt);
    }

    private static RefreshPace Every(int jobs) => new(new RefreshSpec { EveryJobs = jobs });

    private static RefreshPace EverySecond(double first) => new(new RefreshSpec { EveryTime = Seconds(1) }, Seconds(first));

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
