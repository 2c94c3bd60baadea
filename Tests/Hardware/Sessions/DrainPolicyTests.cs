using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

public sealed class DrainPolicyTests
{
    private readonly PolicyPage _policy = new(new DrainPolicy(capacity: 8));

    [Fact]
    public void Job_goes_on_at_once_while_nothing_is_held()
    {
        Assert.Equal(["job 1 goes"], _policy.Job(1, epoch: 0));
        Assert.Equal(["job 2 goes"], _policy.Job(2, epoch: 0));
    }

    [Fact]
    public void Finish_opens_at_once_when_nothing_is_in_flight()
    {
        Assert.Equal(["open 1"], _policy.Finish(1));
        Assert.Equal(["job 1 goes"], _policy.Job(1, epoch: 1));
        Assert.Empty(_policy.Ended(1));
        Assert.Equal(["open 2"], _policy.Finish(2));
    }

    [Fact]
    public void Finish_waits_for_the_last_job_in_flight_and_holds_what_comes_behind()
    {
        _policy.Job(1, epoch: 0);
        _policy.Job(2, epoch: 0);
        Assert.Empty(_policy.Finish(1));
        Assert.Empty(_policy.Job(3, epoch: 1));
        Assert.Empty(_policy.Job(4, epoch: 1));
        Assert.Empty(_policy.Ended(2));
        Assert.Equal(["open 1", "job 3 goes", "job 4 goes"], _policy.Ended(1));
        Assert.Equal(["job 5 goes"], _policy.Job(5, epoch: 1));
    }

    [Fact]
    public void Finishes_behind_each_other_open_one_by_one_with_their_jobs_between()
    {
        _policy.Job(1, epoch: 0);
        Assert.Empty(_policy.Finish(1));
        Assert.Empty(_policy.Job(2, epoch: 1));
        Assert.Empty(_policy.Finish(2));
        Assert.Empty(_policy.Finish(3));
        Assert.Empty(_policy.Job(3, epoch: 3));

        Assert.Equal(["open 1", "job 2 goes"], _policy.Ended(1));
        Assert.Equal(["open 2", "open 3", "job 3 goes"], _policy.Ended(2));
        Assert.Empty(_policy.Ended(3));
    }

    [Fact]
    public void Job_does_not_overtake_a_held_one_after_the_first_barrier_has_opened()
    {
        _policy.Job(1, epoch: 0);
        _policy.Finish(1);
        _policy.Job(2, epoch: 1);
        _policy.Finish(2);
        Assert.Equal(["open 1", "job 2 goes"], _policy.Ended(1));

        Assert.Empty(_policy.Job(3, epoch: 2));
        Assert.Equal(["open 2", "job 3 goes"], _policy.Ended(2));
    }

    [Fact]
    public void Abandon_gives_up_what_is_held_in_stream_order()
    {
        _policy.Job(1, epoch: 0);
        _policy.Finish(1);
        _policy.Job(2, epoch: 1);
        _policy.Finish(2);
        _policy.Job(3, epoch: 2);

        Assert.Equal(["drop switch 1", "drop job 2", "drop switch 2", "drop job 3"], _policy.Abandon());
        Assert.Empty(_policy.Ended(1));
    }

    [Fact]
    public void Abandon_decides_nothing_when_nothing_is_held()
    {
        _policy.Job(1, epoch: 0);
        Assert.Empty(_policy.Abandon());
    }

    [Fact]
    public void MarkerMet_is_a_mistake_of_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => _policy.MarkerMet(epoch: 0, engine: 0));

    [Fact]
    public void Wanted_is_a_mistake_of_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => _policy.Wanted(epoch: 0));

    [Fact]
    public void Granted_is_a_mistake_of_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => _policy.Granted(epoch: 0, slot: 0));

    [Fact]
    public void Accepted_throws_when_more_is_held_than_acceptance_may_let_in()
    {
        var policy = new PolicyPage(new DrainPolicy(capacity: 2));
        policy.Job(1, epoch: 0);
        policy.Finish(1);
        policy.Job(2, epoch: 1);
        Assert.Throws<InvalidOperationException>(() => policy.Job(3, epoch: 1));
    }
}
