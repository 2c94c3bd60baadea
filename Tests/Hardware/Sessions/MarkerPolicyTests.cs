using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

public sealed class MarkerPolicyTests
{
    private readonly PolicyPage _policy = new(new MarkerPolicy(capacity: 3, engines: 2));

    [Fact]
    public void First_key_goes_to_the_engines_without_a_barrier() => Assert.Equal(["mark 0"], _policy.Began());

    [Fact]
    public void Jobs_go_on_at_once_before_and_behind_a_finish()
    {
        Assert.Equal(["job 1 goes"], _policy.Job(1, epoch: 0));
        Assert.Equal(["mark 1"], _policy.Finish(1));
        Assert.Equal(["job 2 goes"], _policy.Job(2, epoch: 1));
    }

    [Fact]
    public void Barrier_opens_when_every_engine_has_answered_for_its_epoch()
    {
        _policy.Finish(1);
        Assert.Empty(_policy.MarkerMet(epoch: 1, engine: 0));
        Assert.Empty(_policy.MarkerMet(epoch: 1, engine: 0));
        Assert.Equal(["open 1"], _policy.MarkerMet(epoch: 1, engine: 1));
    }

    [Fact]
    public void Answers_count_for_their_own_epoch_only()
    {
        _policy.Finish(1);
        _policy.Finish(2);
        Assert.Empty(_policy.MarkerMet(epoch: 1, engine: 0));
        Assert.Empty(_policy.MarkerMet(epoch: 2, engine: 0));
        Assert.Equal(["open 1"], _policy.MarkerMet(epoch: 1, engine: 1));
        Assert.Equal(["open 2"], _policy.MarkerMet(epoch: 2, engine: 1));
    }

    [Fact]
    public void Answer_for_the_first_key_opens_nothing()
    {
        _policy.Began();
        Assert.Empty(_policy.MarkerMet(epoch: 0, engine: 0));
        Assert.Empty(_policy.MarkerMet(epoch: 0, engine: 1));
    }

    [Fact]
    public void Engine_that_has_stopped_counts_as_having_answered_everything()
    {
        _policy.Finish(1);
        _policy.Finish(2);
        _policy.MarkerMet(epoch: 1, engine: 0);
        Assert.Equal(["open 1"], _policy.Lost(engine: 1));
        Assert.Equal(["open 2"], _policy.MarkerMet(epoch: 2, engine: 0));
        Assert.Equal(["mark 3"], _policy.Finish(3));
        Assert.Equal(["open 3"], _policy.MarkerMet(epoch: 3, engine: 0));
    }

    [Fact]
    public void Finish_opens_at_once_when_no_engine_is_left()
    {
        _policy.Lost(engine: 0);
        _policy.Lost(engine: 1);
        Assert.Equal(["mark 1", "open 1"], _policy.Finish(1));
    }

    [Fact]
    public void Abandon_ends_what_is_pending_in_order_and_gives_up_the_registers()
    {
        _policy.Finish(1);
        _policy.Finish(2);
        Assert.Equal(["drop switch 1", "drop switch 2", "unmark"], _policy.Abandon());
        Assert.Empty(_policy.MarkerMet(epoch: 1, engine: 0));
    }

    [Fact]
    public void Sixty_four_engines_are_counted_each()
    {
        var policy = new PolicyPage(new MarkerPolicy(capacity: 1, engines: 64));
        policy.Finish(1);
        for (var engine = 0; engine < 63; engine++)
            Assert.Empty(policy.MarkerMet(epoch: 1, engine));
        Assert.Equal(["open 1"], policy.MarkerMet(epoch: 1, engine: 63));
    }

    [Fact]
    public void Accepted_throws_when_more_is_pending_than_acceptance_may_let_in()
    {
        for (var epoch = 1; epoch <= 3; epoch++)
            _policy.Finish(epoch);
        Assert.Throws<InvalidOperationException>(() => _policy.Finish(4));
    }

    [Fact]
    public void Granted_is_a_mistake_of_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => _policy.Granted(epoch: 0, slot: 0));

    [Fact]
    public void Wanted_is_a_mistake_of_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => _policy.Wanted(epoch: 0));
}
