using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class NoKeyInTwoSlotsTests
{
    private readonly NoKeyInTwoSlots _property = new();

    [Fact]
    public void Holds_when_a_key_moves_only_after_it_was_wiped() => _property.To(
        Programmed(0, session: 1, epoch: 0), Granted(0, session: 1, epoch: 0), Idled(0, session: 1, epoch: 0),
        Granted(0, session: 1, epoch: 0), Zeroed(0, session: 1, epoch: 0),
        Programmed(1, session: 1, epoch: 0), Granted(1, session: 1, epoch: 0),
        Programmed(0, session: 1, epoch: 1), Granted(0, session: 1, epoch: 1)).IsHeld();

    [Fact]
    public void Violated_by_a_key_that_is_programmed_into_a_second_slot() => _property.To(
        Programmed(0, session: 1, epoch: 0), Programmed(1, session: 1, epoch: 0))
        .IsViolated("is programmed into slot 1 and is in slot 0 already");

    [Fact]
    public void Violated_by_a_key_whose_second_slot_was_wiped_and_whose_first_was_not()
    {
        _property.To(Programmed(0, session: 1, epoch: 0), Programmed(1, session: 1, epoch: 0)).IsViolated("is in slot 0 already");
        _property.Clear();
        _property.To(
            Programmed(0, session: 1, epoch: 0), Programmed(1, session: 1, epoch: 0), Zeroed(1, session: 1, epoch: 0),
            Programmed(2, session: 1, epoch: 0));
        Assert.Contains("is programmed into slot 2 and is in slot 0 already", _property.Details[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Violated_by_a_slot_that_is_programmed_over() => _property.To(
        Programmed(0, session: 1, epoch: 0), Programmed(0, session: 2, epoch: 0)).IsViolated("which was not empty");

    [Fact]
    public void Violated_by_a_slot_that_is_granted_for_another_key() => _property.To(
        Programmed(0, session: 1, epoch: 0), Granted(0, session: 1, epoch: 1)).IsViolated("which does not hold it");

    [Fact]
    public void Violated_by_an_empty_slot_that_is_granted() => _property.To(
        Programmed(0, session: 1, epoch: 0), Zeroed(0, session: 1, epoch: 0), Granted(0, session: 1, epoch: 0))
        .IsViolated("which does not hold it");

    [Fact]
    public void Not_reached_when_no_slot_is_programmed() => _property.To(Dispatched(1, epoch: 0)).IsNotReached();
}
