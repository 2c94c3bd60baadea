using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class MonotonicEpochTests
{
    private readonly MonotonicEpoch _property = new();

    [Fact]
    public void Holds_when_positions_grow_and_epochs_grow_by_one() => _property.To(
        Negotiated(1, epoch: 0), Submitted(1, position: 2, epoch: 0),
        Finished(4, epoch: 1), Submitted(2, position: 5, epoch: 1), Negotiated(6, epoch: 2),
        Switched(1), Switched(2)).IsHeld();

    [Fact]
    public void Counts_each_session_apart() => _property.To(
        Negotiated(1, epoch: 0), Negotiated(1, epoch: 0, session: 1), Finished(3, epoch: 1), Switched(1),
        Submitted(1, position: 2, epoch: 0, session: 1)).IsHeld();

    [Fact]
    public void Violated_by_a_position_that_does_not_grow()
    {
        new MonotonicEpoch().To(Negotiated(1, epoch: 0), Submitted(1, position: 1, epoch: 0))
            .IsViolated("position 1 follows position 1");
        new MonotonicEpoch().To(Negotiated(5, epoch: 0), Finished(4, epoch: 1))
            .IsViolated("position 4 follows position 5");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Violated_by_a_refresh_that_does_not_add_one(int epoch) => _property.To(
        Negotiated(1, epoch: 0), Finished(3, epoch)).IsViolated($"epoch {epoch} at position 3, expected epoch 1");

    [Fact]
    public void Violated_by_a_first_key_that_is_not_epoch_0() =>
        _property.To(Negotiated(1, epoch: 1)).IsViolated("expected epoch 0");

    [Fact]
    public void Violated_by_a_job_of_another_epoch() => _property.To(
        Negotiated(1, epoch: 0), Submitted(1, position: 2, epoch: 1)).IsViolated("epoch 1 at position 2, expected epoch 0");

    [Fact]
    public void Violated_by_switches_out_of_order() => _property.To(
        Negotiated(1, epoch: 0), Finished(3, epoch: 1), Finished(5, epoch: 2), Switched(2))
        .IsViolated("the switch to epoch 2 follows that to 0");

    [Fact]
    public void Violated_by_a_switch_that_happens_again() => _property.To(
        Negotiated(1, epoch: 0), Finished(3, epoch: 1), Switched(1), Switched(1))
        .IsViolated("the switch to epoch 1 follows that to 1");

    [Fact]
    public void Not_reached_without_a_key() => _property.To().IsNotReached();
}
