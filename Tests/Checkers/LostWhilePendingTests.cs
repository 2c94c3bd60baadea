using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class LostWhilePendingTests
{
    private readonly LostWhilePending _property = new();

    [Fact]
    public void Reached_when_the_key_is_lost_between_Start_and_Finish() =>
        _property.To(Negotiated(1, epoch: 0), Started(), KeyLost()).IsHeld();

    [Fact]
    public void Reached_when_the_key_is_lost_before_the_barrier_opens() =>
        _property.To(Started(), Finished(3, epoch: 1), KeyLost(), Switched(1)).IsHeld();

    [Fact]
    public void Reached_when_a_renegotiation_is_pending() => _property.To(Negotiated(3, epoch: 1), KeyLost()).IsHeld();

    [Fact]
    public void Reached_when_the_second_of_two_switches_is_pending() => _property.To(
        Started(), Finished(3, epoch: 1), Started(), Finished(5, epoch: 2), Switched(1), KeyLost()).IsHeld();

    [Fact]
    public void Not_reached_when_every_refresh_is_done() => _property.To(
        Negotiated(1, epoch: 0), Started(), Finished(3, epoch: 1), Switched(1), KeyLost()).IsNotReached();

    [Fact]
    public void Not_reached_when_a_renegotiation_that_dropped_the_number_is_done() => _property.To(
        Negotiated(1, epoch: 0), Started(), Negotiated(3, epoch: 1), Switched(1), KeyLost()).IsNotReached();

    [Fact]
    public void Not_reached_by_the_refresh_of_another_session() => _property.To(Started(session: 1), KeyLost()).IsNotReached();

    [Fact]
    public void Not_reached_by_a_close() => _property.To(Started(), Closed(), Switched(1)).IsNotReached();
}
