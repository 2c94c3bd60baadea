using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class DrainOrderTests
{
    private readonly DrainOrder _property = new();

    [Fact]
    public void Holds_when_the_new_epoch_begins_after_the_last_old_ending_of_any_kind() => _property.To(
        Opened(policy: "drain"), Dispatched(1, epoch: 0), Dispatched(2, epoch: 0, engine: 1),
        Aborted(2), Completed(1), Dispatched(3, epoch: 1), Dispatched(4, epoch: 1)).IsHeld();

    [Fact]
    public void Holds_when_an_old_job_that_was_held_is_aborted_and_never_handed_out() => _property.To(
        Opened(policy: "drain"), Dispatched(1, epoch: 0), Submitted(2, position: 3, epoch: 0), Completed(1),
        Dispatched(3, epoch: 1), Aborted(2)).IsHeld();

    [Fact]
    public void Holds_when_an_old_job_was_handed_out_again_before_it_ended() => _property.To(
        Opened(policy: "drain"), Dispatched(1, epoch: 0), Dispatched(1, epoch: 0, engine: 1), Completed(1),
        Dispatched(2, epoch: 1)).IsHeld();

    [Fact]
    public void Violated_by_a_new_job_beside_an_old_one_on_any_engine() => _property.To(
        Opened(policy: "drain"), Dispatched(1, epoch: 0), Dispatched(2, epoch: 1, engine: 1))
        .IsViolated("job 2 of session 0, epoch 1, was handed out while jobs of older epochs are unfinished on engines: 1");

    [Fact]
    public void Violated_by_each_new_job_until_the_old_ones_have_ended()
    {
        _property.To(
            Opened(policy: "drain"), Dispatched(1, epoch: 0), Dispatched(2, epoch: 1), Dispatched(3, epoch: 1), Completed(1),
            Dispatched(4, epoch: 1));
        Assert.Equal(2, _property.Violations);
    }

    [Fact]
    public void Violated_by_an_old_job_behind_a_new_one() => _property.To(
        Opened(policy: "drain"), Dispatched(2, epoch: 1), Completed(2), Dispatched(1, epoch: 0))
        .IsViolated("job 1 of session 0, epoch 0, was handed out after a job of epoch 1");

    [Fact]
    public void Judges_each_session_apart() => _property.To(
        Opened(session: 0, policy: "drain"), Opened(session: 1, policy: "drain"),
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 0, session: 1), Completed(1), Dispatched(3, epoch: 1)).IsHeld();

    [Fact]
    public void Says_nothing_about_other_policies() => _property.To(
        Opened(policy: "slots"), Dispatched(1, epoch: 0), Dispatched(2, epoch: 1)).IsNotReached();

    [Fact]
    public void Not_reached_within_one_epoch() => _property.To(
        Opened(policy: "drain"), Dispatched(1, epoch: 0), Dispatched(2, epoch: 0)).IsNotReached();
}
