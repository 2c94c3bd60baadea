using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

public sealed class SlotsPolicyTests
{
    private readonly PolicyPage _policy = new(new SlotsPolicy(capacity: 8));

    [Fact]
    public void A_slot_that_is_wanted_takes_no_new_jobs_and_is_asked_for_again_after_it_was_given_back()
    {
        _policy.Job(1, epoch: 0);
        _policy.Granted(0, slot: 0);
        Assert.Empty(_policy.Wanted(0));

        Assert.Empty(_policy.Job(2, epoch: 0));
        Assert.Equal(["idle 0", "acquire 0"], _policy.Ended(1));
        Assert.Equal(["job 2 goes in slot 1"], _policy.Granted(0, slot: 1));
    }

    [Fact]
    public void A_slot_that_is_wanted_after_it_was_given_back_changes_nothing()
    {
        _policy.Job(1, epoch: 0);
        _policy.Granted(0, slot: 0);
        _policy.Ended(1);

        Assert.Empty(_policy.Wanted(0));
        _policy.Job(2, epoch: 0);
        Assert.Equal(["job 2 goes in slot 0"], _policy.Granted(0, slot: 0));
    }

    [Fact]
    public void Job_asks_for_a_slot_once_and_goes_on_when_it_is_granted()
    {
        Assert.Equal(["acquire 0"], _policy.Job(1, epoch: 0));
        Assert.Empty(_policy.Job(2, epoch: 0));
        Assert.Equal(["job 1 goes in slot 3", "job 2 goes in slot 3"], _policy.Granted(0, slot: 3));
        Assert.Equal(["job 3 goes in slot 3"], _policy.Job(3, epoch: 0));
    }

    [Fact]
    public void Last_ending_of_the_current_epoch_leaves_the_slot_idle_and_the_next_job_asks_again()
    {
        _policy.Job(1, epoch: 0);
        _policy.Granted(0, slot: 0);
        _policy.Job(2, epoch: 0);
        Assert.Empty(_policy.Ended(1));
        Assert.Equal(["idle 0"], _policy.Ended(2));
        Assert.Equal(["acquire 0"], _policy.Job(3, epoch: 0));
        Assert.Equal(["job 3 goes in slot 1"], _policy.Granted(0, slot: 1));
    }

    [Fact]
    public void Finish_opens_at_once_and_the_new_epoch_takes_a_slot_beside_the_old_one()
    {
        _policy.Job(1, epoch: 0);
        _policy.Granted(0, slot: 0);
        Assert.Equal(["open 1"], _policy.Finish(1));
        Assert.Equal(["acquire 1"], _policy.Job(2, epoch: 1));
        Assert.Equal(["job 2 goes in slot 1"], _policy.Granted(1, slot: 1));
        Assert.Equal(["retire 0"], _policy.Ended(1));
        Assert.Equal(["idle 1"], _policy.Ended(2));
    }

    [Fact]
    public void Finish_retires_a_slot_that_no_job_needs() =>
        Assert.Equal(["open 1", "retire 0"], _policy.Finish(1));

    [Fact]
    public void Jobs_and_finishes_wait_in_order_while_no_slot_is_free()
    {
        _policy.Job(1, epoch: 0);
        Assert.Empty(_policy.Finish(1));
        Assert.Empty(_policy.Job(2, epoch: 1));
        Assert.Empty(_policy.Finish(2));
        Assert.Empty(_policy.Finish(3));
        Assert.Empty(_policy.Job(3, epoch: 3));

        Assert.Equal(["job 1 goes in slot 0", "open 1", "acquire 1"], _policy.Granted(0, slot: 0));
        Assert.Equal(
            ["job 2 goes in slot 1", "open 2", "open 3", "retire 2", "acquire 3"], _policy.Granted(1, slot: 1));
        Assert.Equal(["retire 1"], _policy.Ended(2));
        Assert.Equal(["job 3 goes in slot 1"], _policy.Granted(3, slot: 1));
        Assert.Equal(["retire 0"], _policy.Ended(1));
        Assert.Equal(["idle 3"], _policy.Ended(3));
    }

    [Fact]
    public void Epochs_in_flight_keep_their_slots_until_their_own_last_job_ends()
    {
        for (var epoch = 0; epoch < 3; epoch++)
        {
            if (epoch > 0)
                Assert.Equal([$"open {epoch}"], _policy.Finish(epoch));
            _policy.Job(epoch, epoch);
            _policy.Granted(epoch, slot: epoch);
        }

        Assert.Equal(["retire 1"], _policy.Ended(1));
        Assert.Equal(["idle 2"], _policy.Ended(2));
        Assert.Equal(["retire 0"], _policy.Ended(0));
    }

    [Fact]
    public void Abandon_gives_up_what_waits_in_order_and_a_late_grant_is_given_back()
    {
        _policy.Job(1, epoch: 0);
        _policy.Finish(1);
        _policy.Job(2, epoch: 1);
        Assert.Equal(["drop job 1", "drop switch 1", "drop job 2", "retire 0"], _policy.Abandon());
        Assert.Equal(["retire 0"], _policy.Granted(0, slot: 0));
    }

    [Fact]
    public void Abandon_lets_running_jobs_keep_their_slots_and_retires_them_at_the_last_ending()
    {
        _policy.Job(1, epoch: 0);
        _policy.Granted(0, slot: 0);
        _policy.Finish(1);
        _policy.Job(2, epoch: 1);
        _policy.Granted(1, slot: 1);
        Assert.Empty(_policy.Abandon());
        Assert.Equal(["retire 1"], _policy.Ended(2));
        Assert.Equal(["retire 0"], _policy.Ended(1));
    }

    [Fact]
    public void Abandon_retires_the_idle_slot_of_the_current_epoch()
    {
        _policy.Job(1, epoch: 0);
        _policy.Granted(0, slot: 0);
        _policy.Ended(1);
        Assert.Equal(["retire 0"], _policy.Abandon());
    }
}
