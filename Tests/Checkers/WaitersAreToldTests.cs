using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Sessions;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class WaitersAreToldTests
{
    private readonly WaitersAreTold _property = new();

    [Fact]
    public void Holds_when_a_wait_is_answered_behind_its_value_and_another_waits_for_more() => _property.To(
        new FenceAwaited(0, 2), new FenceAwaited(0, 4), new FenceRaised(0, 3), new FenceAnswered(0, 2, IsReached: true)).IsHeld();

    [Fact]
    public void Holds_when_a_lost_engine_is_told_as_lost_beyond_where_it_got() => _property.To(
        new FenceAwaited(1, 2), new FenceAwaited(1, 3), new FenceLost(1, 2), new FenceAnswered(1, 2, IsReached: true),
        new FenceAnswered(1, 3, IsReached: false)).IsHeld();

    [Fact]
    public void Violated_by_an_answer_before_the_value() => _property.To(
        new FenceAwaited(0, 2), new FenceRaised(0, 1), new FenceRaised(1, 2), new FenceAnswered(0, 2, IsReached: true))
        .IsViolated("the wait for 2 endings on engine 0 was told as reached, and 1 had ended");

    [Fact]
    public void Violated_by_a_second_answer() => _property.To(
        new FenceAwaited(0, 1), new FenceRaised(0, 1), new FenceAnswered(0, 1, IsReached: true), new FenceAnswered(0, 1, IsReached: true))
        .IsViolated("the wait for 1 endings on engine 0 was answered, but was not open");

    [Fact]
    public void Violated_when_an_engine_is_told_as_lost_that_is_not() => _property.To(
        new FenceAwaited(0, 1), new FenceLost(1, 0), new FenceAnswered(0, 1, IsReached: false))
        .IsViolated("the wait for 1 endings on engine 0 was told as lost, and the engine is not");

    [Fact]
    public void Violated_when_a_value_is_told_as_lost_that_was_reached() => _property.To(
        new FenceAwaited(0, 1), new FenceLost(0, 1), new FenceAnswered(0, 1, IsReached: false))
        .IsViolated("the wait for 1 endings on engine 0 was told as lost, though 1 had ended");

    [Fact]
    public void Violated_by_a_wait_for_a_reached_value_that_is_open_at_the_end() => _property.To(
        new FenceAwaited(0, 2), new FenceAwaited(0, 2), new FenceRaised(0, 2), new FenceAnswered(0, 2, IsReached: true))
        .IsViolated("the wait for 2 endings on engine 0 was not answered, though 2 had ended");

    [Fact]
    public void Violated_by_a_wait_for_a_lost_engine_that_is_open_at_the_end() => _property.To(
        new FenceAwaited(0, 5), new FenceLost(0, 2)).IsViolated("was not answered, though the engine is lost");

    [Fact]
    public void Violated_when_nobody_heard_of_what_has_ended() => Judged(
        new FenceAwaited(0, 2), Dispatched(1, epoch: 0), Dispatched(2, epoch: 0, session: 1), Dispatched(3, epoch: 0, engine: 1),
        Completed(1), Closed(), Aborted(2, session: 1), Completed(3))
        .IsViolated("the wait for 2 endings on engine 0 was not answered, though 2 had ended");

    [Fact]
    public void Violated_when_an_engine_counts_too_much() => Judged(
        new FenceAwaited(0, 2), Dispatched(1, epoch: 0), Completed(1), new FenceRaised(0, 2), new FenceAnswered(0, 2, IsReached: true))
        .IsViolated("engine 0 said that 2 jobs had ended on it, and 1 had");

    [Fact]
    public void Holds_when_jobs_end_on_an_engine_after_their_session_was_closed() => Judged(
        new FenceAwaited(0, 2), Dispatched(1, epoch: 0), Dispatched(2, epoch: 0), Closed(), Aborted(1, reason: AbortReason.SessionClosed),
        Aborted(2, reason: AbortReason.SessionClosed), new FenceRaised(0, 2), new FenceAnswered(0, 2, IsReached: true)).IsHeld();

    [Fact]
    public void Holds_when_the_end_of_an_engine_ends_more_jobs_than_it_had_counted() => Judged(
        new FenceAwaited(0, 2), Dispatched(1, epoch: 0), Dispatched(2, epoch: 0), Completed(1), new FenceLost(0, 1),
        new FenceAnswered(0, 2, IsReached: false), Aborted(2, reason: AbortReason.EngineLost)).IsHeld();

    [Fact]
    public void Believes_the_engine_where_the_order_of_jobs_is_not_judged()
    {
        var set = new PropertySet(off: [nameof(MonotonicFence)]);
        foreach (var happened in new TraceEvent[] { new FenceAwaited(0, 1), new FenceRaised(0, 1), new FenceAnswered(0, 1, IsReached: true) })
            set.On(TimeSpan.Zero, happened);
        set.End();

        set.Find(nameof(WaitersAreTold))!.IsHeld();
    }

    [Fact]
    public void Not_reached_while_no_wait_is_answered() => Judged(
        new FenceAwaited(0, 1), Dispatched(1, epoch: 0, engine: 1), Completed(1)).IsNotReached();

    // With what knows how many jobs have ended.
    private static Property Judged(params ReadOnlySpan<TraceEvent> run)
    {
        var lines = new MonotonicFence();
        var property = new WaitersAreTold(lines);
        var set = new PropertySet([lines, property]);
        foreach (var happened in run)
            set.On(TimeSpan.Zero, happened);
        set.End();
        Assert.Empty(lines.Details);
        return property;
    }
}
