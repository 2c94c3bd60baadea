using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class SlotFreedAfterLastUseTests
{
    private readonly SlotFreedAfterLastUse _property = new();

    [Fact]
    public void Holds_when_a_slot_is_wiped_after_its_last_job_of_any_ending() => _property.To(
        Programmed(0, session: 0, epoch: 0), Dispatched(1, epoch: 0, slot: 0), Dispatched(2, epoch: 0, slot: 0),
        Completed(1), Aborted(2), Zeroed(0, session: 0, epoch: 0)).IsHeld();

    [Fact]
    public void Holds_when_a_job_was_handed_out_again() => _property.To(
        Programmed(0, session: 0, epoch: 0), Dispatched(1, epoch: 0, slot: 0), Dispatched(1, epoch: 0, slot: 0),
        Completed(1), Zeroed(0, session: 0, epoch: 0)).IsHeld();

    [Fact]
    public void Holds_when_another_slot_is_wiped() => _property.To(
        Programmed(0, session: 0, epoch: 0), Programmed(1, session: 0, epoch: 1), Dispatched(1, epoch: 1, slot: 1),
        Zeroed(0, session: 0, epoch: 0), Completed(1)).IsHeld();

    [Fact]
    public void Violated_by_a_slot_that_is_wiped_while_a_job_uses_it() => _property.To(
        Programmed(0, session: 0, epoch: 0), Dispatched(1, epoch: 0, slot: 0), Dispatched(2, epoch: 0, slot: 0),
        Completed(1), Zeroed(0, session: 0, epoch: 0), Completed(2)).IsViolated("was wiped while 1 jobs use it");

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Violated_by_a_job_that_is_handed_out_with_a_slot_of_another_key(int session, int epoch) => _property.To(
        Programmed(0, session, epoch), Dispatched(1, epoch: 0, slot: 0), Completed(1))
        .IsViolated("job 1 of session 0, epoch 0, was handed out with slot 0, which does not hold its key");

    [Fact]
    public void Violated_by_a_job_that_is_handed_out_with_a_wiped_slot() => _property.To(
        Programmed(0, session: 0, epoch: 0), Zeroed(0, session: 0, epoch: 0), Dispatched(1, epoch: 0, slot: 0))
        .IsViolated("which does not hold its key");

    [Fact]
    public void Not_reached_when_no_slot_is_wiped() => _property.To(Dispatched(1, epoch: 0)).IsNotReached();
}
