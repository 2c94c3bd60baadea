using Sim.Checkers;
using Sim.Hardware.Loss;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class LossTakesEffectTests
{
    private readonly LossTakesEffect _property = new();

    [Fact]
    public void Not_reached_while_nothing_is_lost() => _property.To(Opened(), KeyLost(), Closed()).IsNotReached();

    [Fact]
    public void Holds_when_every_session_of_that_time_lost_its_key_or_was_closed() => _property.To(
        Opened(), Opened(session: 1), Asked(), Entered(ProtectionPhase.Terminating, 2), KeyLost(), Closed(session: 1),
        Entered(ProtectionPhase.ReadyToStart, 2), Opened(session: 2)).IsHeld();

    [Fact]
    public void Violated_by_a_session_that_does_not_hear_of_it() => _property.To(
        Opened(), Asked(), Entered(ProtectionPhase.Suspended, 2)).IsViolated("session 0");

    [Fact]
    public void Violated_by_a_teardown_that_is_forgotten_behind_another() => _property.To(
        Asked(), Entered(ProtectionPhase.Terminating, 2), Asked(), Entered(ProtectionPhase.ReadyToStart, 2))
        .IsViolated("in generation 2");

    [Fact]
    public void Holds_when_the_second_teardown_happens_behind_the_first() => _property.To(
        Asked(), Entered(ProtectionPhase.Terminating, 2), Asked(), Entered(ProtectionPhase.TerminatingAgain, 2),
        Entered(ProtectionPhase.Terminating, 3)).IsHeld();

    [Fact]
    public void Suspend_of_a_device_that_sleeps_asks_for_nothing() => _property.To(
        Asked(ProtectionEvent.Kinds.Suspend), Entered(ProtectionPhase.Suspended, 2), Asked(ProtectionEvent.Kinds.Suspend),
        Entered(ProtectionPhase.ReadyToStart, 2)).IsHeld();

    [Fact]
    public void What_is_asked_of_a_device_without_power_may_wait_for_it() => _property.To(
        Asked(), Entered(ProtectionPhase.Suspended, 2), Asked()).IsHeld();
}
