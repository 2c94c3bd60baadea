using Akka.Actor;
using Akka.TestKit;
using Xunit;

namespace Sim.Tests.Runtime.TestKit;

public sealed class TestSchedulerTests() : Akka.TestKit.Xunit2.TestKit(
    "akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
{
    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Nothing_happens_until_the_time_is_moved()
    {
        Scheduler.ScheduleTellOnce(TimeSpan.FromHours(1), TestActor, "due", ActorRefs.NoSender);

        Scheduler.Advance(TimeSpan.FromMinutes(59));
        ExpectNoMsg(10);
        Scheduler.Advance(TimeSpan.FromMinutes(1));
        ExpectMsg("due");
        Assert.Equal(TimeSpan.FromHours(1), Scheduler.MonotonicClock);
    }

    [Fact]
    public void What_is_due_runs_in_order_of_time_then_of_scheduling_at_its_own_time()
    {
        var start = Scheduler.Now;
        var ran = new List<(string, TimeSpan)>();
        void At(int seconds, string name) =>
            Scheduler.ScheduleOnce(TimeSpan.FromSeconds(seconds), () => ran.Add((name, Scheduler.Now - start)));
        At(2, "c");
        At(1, "a");
        At(1, "b");
        Scheduler.ScheduleOnce(TimeSpan.FromSeconds(1), () => At(1, "d"));

        Scheduler.AdvanceTo(start + TimeSpan.FromSeconds(2));

        Assert.Equal(["a", "b", "c", "d"], ran.Select(r => r.Item1));
        Assert.Equal([1, 1, 2, 2], ran.Select(r => r.Item2.TotalSeconds));
    }

    [Fact]
    public void Repeated_work_runs_until_it_is_cancelled()
    {
        using var cancel = new Cancelable(Sys.Scheduler);
        Scheduler.ScheduleTellRepeatedly(
            TimeSpan.Zero, TimeSpan.FromSeconds(1), TestActor, "tick", ActorRefs.NoSender, cancel);

        Scheduler.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(3, ReceiveN(3).Count);
        cancel.Cancel();
        Scheduler.Advance(TimeSpan.FromSeconds(5));
        ExpectNoMsg(10);
    }

    [Fact]
    public void Timers_of_actors_follow_the_time_of_the_test()
    {
        var actor = ActorOf(() => new Ticking(TestActor));
        actor.Tell("ready?");
        ExpectMsg("ready");

        Scheduler.Advance(TimeSpan.FromMinutes(10));
        ExpectMsg("tick");
    }

    [Fact]
    public void The_time_does_not_go_back()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler.AdvanceTo(Scheduler.Now - TimeSpan.FromTicks(1)));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Scheduler.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.Zero, () => { }));
    }

    private sealed class Ticking : ReceiveActor, IWithTimers
    {
        public Ticking(IActorRef listener)
        {
            Receive<string>(m => m == "ready?", _ => Sender.Tell("ready"));
            Receive<string>(m => listener.Tell(m));
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => Timers.StartSingleTimer("t", "tick", TimeSpan.FromMinutes(10));
    }
}
