using Sim.Hardware.Crypto;
using Sim.Scenarios.Play;
using Xunit;

namespace Sim.Tests.Scenarios.Play;

public sealed class RefreshPaceTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    public void Start_is_asked_for_half_way_and_once(int every, int expectedAfter)
    {
        var pace = new RefreshPace(every);
        var askedAfter = new List<int>();
        for (var job = 1; job <= every; job++)
        {
            pace.Submitted();
            if (pace.TakeStart())
                askedAfter.Add(job);
        }

        Assert.Equal([expectedAfter], askedAfter);
    }

    [Fact]
    public void Finish_waits_for_its_jobs_and_for_the_random_number()
    {
        var pace = new RefreshPace(2);
        pace.Submitted();
        pace.Started(default);
        Assert.False(pace.TryFinish(out _));
        pace.Submitted();
        Assert.True(pace.FinishDue);
        Assert.True(pace.TryFinish(out _));
        Assert.False(pace.FinishDue);
    }

    [Fact]
    public void Finish_is_due_but_not_possible_before_the_random_number_came()
    {
        var pace = new RefreshPace(1);
        pace.Submitted();

        Assert.True(pace.FinishDue);
        Assert.False(pace.TryFinish(out _));
    }

    [Fact]
    public void Every_refresh_uses_its_own_random_number()
    {
        var pace = new RefreshPace(1);
        var nonce = SessionKeyNonce.Read([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
        pace.Submitted();
        pace.Started(nonce);
        Assert.True(pace.TryFinish(out var taken));
        Assert.Equal(nonce, taken);
        pace.Submitted();
        Assert.False(pace.TryFinish(out _));
    }

    [Fact]
    public void Zero_never_refreshes()
    {
        var pace = new RefreshPace(0);
        pace.Submitted();

        Assert.False(pace.TakeStart());
        Assert.False(pace.FinishDue);
    }
}
