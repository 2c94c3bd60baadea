using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class SchedulerTests : ActorTest
{
    [Fact]
    public async Task Messages_come_in_the_order_in_which_they_are_due()
    {
        // Scheduled in this order, each is due after the one before, however long the thread is held up in between.
        var probe = NewProbe();
        foreach (var delay in new[] { 0, 20, 40, 60 }) Sys.Scheduler.ScheduleTellOnce(delay, probe.Ref, delay, ActorRefs.NoSender);
        await probe.Expect(0, 20, 40, 60);
    }

    [Fact]
    public async Task A_message_that_is_due_sooner_overtakes_one_that_was_scheduled_before_it()
    {
        var probe = NewProbe();
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromHours(1), probe.Ref, "in an hour", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(1), probe.Ref, "now", ActorRefs.NoSender);
        await probe.Expect("now");
    }

    [Fact]
    public async Task A_repeated_message_comes_until_it_is_cancelled()
    {
        var probe = NewProbe();
        var cancelable = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(1, 1, probe.Ref, "tick", ActorRefs.NoSender);
        await probe.Expect("tick", "tick", "tick");
        cancelable.Cancel();
        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public async Task Cancelled_work_does_not_run()
    {
        // While this action runs nothing else does, so the work is cancelled before its time comes.
        var probe = NewProbe();
        Sys.Scheduler.Advanced.ScheduleOnce(0, () =>
        {
            var cancelable = Sys.Scheduler.ScheduleTellOnceCancelable(0, probe.Ref, "never", ActorRefs.NoSender);
            cancelable.Cancel();
            Sys.Scheduler.ScheduleTellOnce(0, probe.Ref, "later", ActorRefs.NoSender);
        });
        await probe.Expect("later");
    }

    [Fact]
    public async Task An_action_that_throws_does_not_end_the_time_for_others()
    {
        var probe = NewProbe();
        Sys.Scheduler.Advanced.ScheduleOnce(0, () => throw new InvalidOperationException("broken"));
        Sys.Scheduler.ScheduleTellOnce(5, probe.Ref, "later", ActorRefs.NoSender);
        await probe.Expect("later");
    }

    [Fact]
    public void Delays_and_intervals_are_checked()
    {
        var nobody = ActorRefs.Nobody;
        Assert.Throws<ArgumentOutOfRangeException>(() => Sys.Scheduler.ScheduleTellOnce(-1, nobody, "x", nobody));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sys.Scheduler.ScheduleTellRepeatedly(0, 0, nobody, "x", nobody));
    }

    [Fact]
    public void A_cancelable_cancels_its_token_once()
    {
        var cancelable = new Cancelable(Sys.Scheduler);
        var calls = 0;
        using var registration = cancelable.Token.Register(() => calls++);
        cancelable.Cancel();
        cancelable.Cancel();
        Assert.Equal(1, calls);
        Assert.True(cancelable.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_linked_cancelable_is_cancelled_with_any_of_its_sources()
    {
        var one = new Cancelable(Sys.Scheduler);
        var other = new Cancelable(Sys.Scheduler);
        var linked = Cancelable.CreateLinkedCancelable(Sys.Scheduler, one, other);
        Assert.False(linked.IsCancellationRequested);
        other.Cancel();
        Assert.True(linked.IsCancellationRequested);
    }

    [Fact]
    public async Task The_clock_does_not_go_back()
    {
        var probe = NewProbe();
        var before = Sys.Scheduler.MonotonicClock;
        Sys.Scheduler.ScheduleTellOnce(15, probe.Ref, "later", ActorRefs.NoSender);
        await probe.Expect("later");
        Assert.InRange(Sys.Scheduler.MonotonicClock - before, TimeSpan.FromMilliseconds(14), Wait);
    }
}
