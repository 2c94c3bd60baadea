using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class BarrierMetHungEngineTests
{
    private readonly BarrierMetHungEngine _property = new();

    [Fact]
    public void Reached_when_an_engine_hangs_on_an_old_job_while_a_refresh_is_pending() => _property.To(
        Dispatched(1, epoch: 0), Finished(3, epoch: 1), Hung(engine: 0, job: 1), Reset(engine: 0, job: 1)).IsHeld();

    [Fact]
    public void Reached_when_the_refresh_comes_while_the_engine_hangs() => _property.To(
        Dispatched(1, epoch: 0), Hung(engine: 0, job: 1), Finished(3, epoch: 1)).IsHeld();

    [Fact]
    public void Reached_by_a_renegotiation() => _property.To(
        Dispatched(1, epoch: 0), Hung(engine: 0, job: 1), Negotiated(3, epoch: 1)).IsHeld();

    [Fact]
    public void Reached_by_an_old_job_in_the_queue_of_an_engine_that_hangs_on_another_session() => _property.To(
        Dispatched(1, epoch: 0, session: 1), Dispatched(2, epoch: 0), Hung(engine: 0, job: 1), Finished(3, epoch: 1)).IsHeld();

    [Fact]
    public void Reached_by_an_old_job_that_is_handed_to_a_hung_engine() => _property.To(
        Dispatched(1, epoch: 0, session: 1), Hung(engine: 0, job: 1), Finished(3, epoch: 1), Dispatched(2, epoch: 0)).IsHeld();

    [Fact]
    public void Reached_when_the_second_of_two_switches_is_pending() => _property.To(
        Finished(3, epoch: 1), Finished(4, epoch: 2), Switched(1), Dispatched(1, epoch: 1), Hung(engine: 0, job: 1)).IsHeld();

    [Fact]
    public void Not_reached_when_the_barrier_has_opened() => _property.To(
        Dispatched(1, epoch: 0), Finished(3, epoch: 1), Switched(1), Hung(engine: 0, job: 1)).IsNotReached();

    [Fact]
    public void Not_reached_by_a_job_of_the_new_epoch() => _property.To(
        Finished(3, epoch: 1), Dispatched(1, epoch: 1), Hung(engine: 0, job: 1)).IsNotReached();

    [Fact]
    public void Not_reached_by_another_session_or_another_engine() => _property.To(
        Dispatched(1, epoch: 0, session: 1), Dispatched(2, epoch: 0, engine: 1), Finished(3, epoch: 1),
        Hung(engine: 0, job: 1)).IsNotReached();

    [Fact]
    public void Not_reached_after_the_reset() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 0), Hung(engine: 0, job: 1), Reset(engine: 0, job: 1), Aborted(1),
        Finished(3, epoch: 1)).IsNotReached();

    [Fact]
    public void Not_reached_after_the_ending_of_the_job_that_the_engine_hung_on() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 0), Hung(engine: 0, job: 1), Completed(1), Finished(3, epoch: 1))
        .IsNotReached();

    [Fact]
    public void Not_reached_by_the_first_key() => _property.To(
        Dispatched(1, epoch: -1), Hung(engine: 0, job: 1), Negotiated(1, epoch: 0)).IsNotReached();
}
