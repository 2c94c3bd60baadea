using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class BarrierOpensTests
{
    private readonly BarrierOpens _property = new();

    [Fact]
    public void Holds_when_each_refresh_and_renegotiation_ends() => _property.To(
        Negotiated(1, epoch: 0), Finished(3, epoch: 1), Negotiated(4, epoch: 2),
        Finished(6, epoch: 1, session: 1), Switched(1), Switched(2), Switched(1, session: 1)).IsHeld();

    [Fact]
    public void Violated_at_the_end_by_a_refresh_that_never_ends() => _property.To(
        Negotiated(1, epoch: 0), Finished(3, epoch: 1)).IsViolated("the barrier of epoch 1 has not opened");

    [Fact]
    public void Violated_at_the_end_by_a_renegotiation_that_never_ends() => _property.To(
        Negotiated(1, epoch: 0), Negotiated(2, epoch: 1)).IsViolated("the barrier of epoch 1 has not opened");

    [Fact]
    public void Violated_by_a_barrier_that_opens_twice() => _property.To(
        Finished(3, epoch: 1), Switched(1), Switched(1)).IsViolated("opened, but was not pending");

    [Fact]
    public void Violated_by_a_barrier_that_nobody_asked_for() =>
        _property.To(Negotiated(1, epoch: 0), Switched(0)).IsViolated("the barrier of epoch 0 opened, but was not pending");

    [Fact]
    public void Violated_by_the_barrier_of_another_session()
    {
        _property.To(Finished(3, epoch: 1), Switched(1, session: 1));
        Assert.Equal(2, _property.Violations);
    }

    [Fact]
    public void Not_reached_when_the_first_key_stays() => _property.To(Negotiated(1, epoch: 0)).IsNotReached();
}
