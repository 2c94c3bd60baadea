using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class TimerTests() : ActorTest(ManualScheduler.Use)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private ManualScheduler Time => (ManualScheduler)Sys.Scheduler;

    private IActorRef Timed(Probe log) => Start((message, self) =>
    {
        switch (message)
        {
            case Action<Scripted> action:
                action(self);
                self.Sender.Tell("done");
                break;
            case "fail":
                throw new InvalidOperationException("broken");
            default:
                log.Ref.Tell(message);
                break;
        }
    });

    private static Task Do(IActorRef actor, Action<Scripted> action) =>
        actor.Ask<string>(action, Wait).WaitAsync(Wait);

    [Fact]
    public async Task A_single_timer_fires_once()
    {
        var log = NewProbe();
        var actor = Timed(log);
        await Do(actor, self => self.Timers.StartSingleTimer("t", "tick", Second));
        await log.ExpectNothingMore();
        Time.Advance(10 * Second);
        await log.Expect("tick");
        await Do(actor, self => Assert.False(self.Timers.IsTimerActive("t")));
        await log.ExpectNothingMore();
    }

    [Fact]
    public async Task A_periodic_timer_fires_until_it_is_cancelled()
    {
        var log = NewProbe();
        var actor = Timed(log);
        await Do(actor, self => self.Timers.StartPeriodicTimer("t", "tick", Second));
        Time.Advance(3 * Second);
        await log.Expect("tick", "tick", "tick");
        await Do(actor, self => self.Timers.Cancel("t"));
        Time.Advance(3 * Second);
        await Do(actor, _ => { });
        await log.ExpectNothingMore();
        Assert.Equal(0, Time.Pending);
    }

    [Fact]
    public async Task A_message_of_a_cancelled_timer_is_not_delivered_even_if_it_is_queued()
    {
        var log = NewProbe();
        var actor = Timed(log);
        await Do(actor, self =>
        {
            self.Timers.StartSingleTimer("t", "tick", Second);
            Time.Advance(Second);
            self.Timers.Cancel("t");
        });
        await Do(actor, _ => { });
        await log.ExpectNothingMore();
    }

    [Fact]
    public async Task A_message_of_a_replaced_timer_is_not_delivered_even_if_it_is_queued()
    {
        var log = NewProbe();
        var actor = Timed(log);
        await Do(actor, self =>
        {
            self.Timers.StartSingleTimer("t", "old", Second);
            Time.Advance(Second);
            self.Timers.StartSingleTimer("t", "new", Second);
        });
        Time.Advance(Second);
        await log.Expect("new");
        await log.ExpectNothingMore();
    }

    [Fact]
    public async Task Timers_of_an_earlier_incarnation_are_silent()
    {
        var log = NewProbe();
        var actor = Timed(log);
        await Do(actor, self =>
        {
            self.Timers.StartSingleTimer("queued", "tick", Second);
            self.Timers.StartSingleTimer("pending", "tick", 2 * Second);
            self.Self.Tell("fail");
            Time.Advance(Second);
        });
        await Do(actor, self => Assert.Empty(self.Timers.ActiveTimers));
        Time.Advance(5 * Second);
        await Do(actor, _ => { });
        await log.ExpectNothingMore();
    }

    [Fact]
    public async Task Timers_end_with_their_actor()
    {
        var log = NewProbe();
        var actor = Timed(log);
        await Do(actor, self => self.Timers.StartPeriodicTimer("t", "tick", Second));
        await actor.GracefulStop(Wait);
        Assert.Equal(0, Time.Pending);
    }

    [Fact]
    public async Task The_receive_timeout_comes_after_a_time_without_messages_and_again()
    {
        var log = NewProbe();
        var actor = Timed(log);
        await Do(actor, self => self.Cell.SetReceiveTimeout(Second));
        Time.Advance(Second);
        await log.Next<ReceiveTimeout>();
        await Do(actor, _ => { });
        Time.Advance(Second);
        await log.Next<ReceiveTimeout>();
        await Do(actor, self => self.Cell.SetReceiveTimeout(null));
        Time.Advance(5 * Second);
        await Do(actor, _ => { });
        await log.ExpectNothingMore();
    }

    [Fact]
    public async Task A_message_puts_the_receive_timeout_off_unless_it_does_not_count()
    {
        var log = NewProbe();
        var actor = Timed(log);
        await Do(actor, self => self.Cell.SetReceiveTimeout(2 * Second));
        Time.Advance(Second);
        await Do(actor, _ => { });
        Time.Advance(Second);
        await log.ExpectNothingMore();
        await actor.Ask<ActorIdentity>(new Identify(1), Wait);
        Time.Advance(Second);
        await log.Next<ReceiveTimeout>();
    }

    [Fact]
    public async Task A_timer_may_end_the_actor_with_a_poison_pill()
    {
        var probe = NewProbe();
        var actor = Timed(probe);
        await probe.Watch(actor);
        await Do(actor, self => self.Timers.StartSingleTimer("t", PoisonPill.Instance, Second));
        Time.Advance(Second);
        Assert.Equal(actor, (await probe.Next<Terminated>()).ActorRef);
    }
}
