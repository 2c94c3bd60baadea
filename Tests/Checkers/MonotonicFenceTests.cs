using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Sessions;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class MonotonicFenceTests
{
    private readonly MonotonicFence _property = new();

    [Fact]
    public void Holds_when_each_engine_ends_its_jobs_in_order_whatever_the_others_do() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 0, engine: 1), Dispatched(3, epoch: 0), Dispatched(4, epoch: 1, engine: 1),
        Completed(2), Completed(4), Completed(1), Completed(3)).IsHeld();

    [Fact]
    public void Holds_when_an_abort_in_its_turn_moves_the_fence() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 0), Aborted(1, reason: AbortReason.EngineHung), Completed(2)).IsHeld();

    [Fact]
    public void Holds_when_a_job_that_was_handed_out_again_ends_in_its_new_place() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 0), Dispatched(1, epoch: 0), Completed(2), Completed(1)).IsHeld();

    [Fact]
    public void Holds_when_jobs_of_two_sessions_on_one_engine_end_in_another_order_than_told() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 0, session: 1), Completed(2, session: 1), Completed(1)).IsHeld();

    [Fact]
    public void Holds_when_a_lost_engine_gives_up_its_line_in_any_order() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 0), Dispatched(3, epoch: 0), Completed(1),
        Aborted(3, reason: AbortReason.EngineLost), Aborted(2, reason: AbortReason.EngineLost)).IsHeld();

    [Fact]
    public void Violated_by_a_completion_out_of_turn() => _property.To(
        Dispatched(1, epoch: 0, engine: 1), Dispatched(2, epoch: 0, engine: 1), Completed(2), Completed(1))
        .IsViolated("job 1 of session 0 ended on engine 1 after job 2, which was handed to it later");

    [Fact]
    public void Violated_by_an_abort_out_of_turn() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 0), Aborted(2, reason: AbortReason.EngineFault), Completed(1))
        .IsViolated("job 1 of session 0 ended on engine 0 after job 2");

    [Fact]
    public void Violated_by_a_completion_behind_one_that_a_lost_engine_gave_up() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 0), Aborted(2, reason: AbortReason.EngineLost), Completed(1))
        .IsViolated("job 1 of session 0 ended on engine 0 after job 2");

    [Fact]
    public void Goes_on_for_jobs_of_a_session_that_was_closed() => _property.To(
        Dispatched(1, epoch: 0), Dispatched(2, epoch: 0), Closed(),
        Aborted(2, reason: AbortReason.SessionClosed), Aborted(1, reason: AbortReason.SessionClosed))
        .IsViolated("job 1 of session 0 ended on engine 0 after job 2");

    [Fact]
    public void Holds_when_an_engine_tells_its_fence_again() => _property.To(
        new FenceRaised(Engine: 1, Value: 3), new FenceRaised(0, 1), new FenceRaised(1, 3), new FenceRaised(1, 4)).IsHeld();

    [Fact]
    public void Violated_by_a_fence_that_goes_back() => _property.To(
        new FenceRaised(Engine: 1, Value: 3), new FenceRaised(1, 1), new FenceRaised(1, 4))
        .IsViolated("the fence of engine 1 went back from 3 to 1");

    [Fact]
    public void Not_reached_by_jobs_that_no_engine_had() =>
        _property.To(Submitted(1, position: 2, epoch: 0), Aborted(1), Completed(2)).IsNotReached();
}
