using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class OldAndNewInFlightTests
{
    private readonly OldAndNewInFlight _property = new();

    [Fact]
    public void Reached_when_a_new_job_is_handed_out_beside_an_old_one() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 1), Completed(1), Completed(2)).IsHeld();

    [Fact]
    public void Reached_again_by_an_epoch_two_later() => _property.To(
        Dispatched(1, epoch: 0), Completed(1), Dispatched(2, epoch: 3), Dispatched(3, epoch: 5)).IsHeld();

    [Fact]
    public void Not_reached_when_the_old_jobs_have_ended() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 0), Completed(1), Aborted(2), Dispatched(3, epoch: 1)).IsNotReached();

    [Fact]
    public void Not_reached_by_jobs_of_two_sessions() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 1, session: 1)).IsNotReached();

    [Fact]
    public void Not_reached_when_a_job_that_was_handed_out_again_has_ended() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(1, epoch: 0), Completed(1), Dispatched(2, epoch: 1)).IsNotReached();

    [Fact]
    public void Is_a_claim_of_reach_and_cannot_be_violated()
    {
        Assert.Equal(PropertyKind.Sometimes, _property.Kind);
        _property.To(Completed(9)).IsNotReached();
    }
}
