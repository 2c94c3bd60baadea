using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime.Control;

public sealed class ControlledTerminationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_whole_system_ends_in_steps(int seed)
    {
        var driver = new SeededDriver(seed);
        var stopped = 0;
        Action count = () => stopped++;
        for (var i = 0; i < 5; i++)
        {
            var parent = driver.Start((_, self) =>
            {
                for (var j = 0; j < 3; j++) self.Cell.ActorOf(Props.Create(() => new Counted(count)));
            });
            parent.Tell("x");
        }

        driver.Settle();
        driver.System.Scheduler.ScheduleTellRepeatedly(TimeSpan.Zero, TimeSpan.FromSeconds(1), driver.System.DeadLetters, "x", ActorRefs.NoSender);
        var ran = false;
        driver.System.RegisterOnTermination(() => ran = true);
        var end = driver.System.Terminate();
        Assert.False(end.IsCompleted);
        driver.Settle();

        Assert.True(end.IsCompletedSuccessfully);
        Assert.True(ran);
        Assert.Equal(15, stopped);
        Assert.Equal((0, 0), (driver.World.Ready.Length, driver.World.Alarms.Length));
        Assert.False(driver.World.HasIntrusions);
        Assert.Throws<SchedulerException>(() => driver.System.Scheduler.Advanced.ScheduleOnce(TimeSpan.Zero, () => { }));
    }

    [Fact]
    public void What_waits_for_the_end_goes_on_within_the_last_step()
    {
        var driver = new SeededDriver();
        var thread = 0;
        async Task Wait()
        {
            await driver.System.WhenTerminated.ConfigureAwait(false);
            thread = Environment.CurrentManagedThreadId;
        }

        var waiting = Wait();
        driver.System.Terminate();
        driver.Settle();

        Assert.True(waiting.IsCompletedSuccessfully);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    [Fact]
    public void An_ask_that_nobody_can_answer_any_more_ends_with_the_system()
    {
        var driver = new SeededDriver();
        var reply = driver.Start((_, _) => { }).Ask("x", TimeSpan.FromHours(1));
        driver.Settle();
        driver.System.Terminate();
        driver.Settle();

        Assert.IsType<AskTimeoutException>(reply.Exception!.InnerException);
    }

    [Fact]
    public void A_graceful_stop_is_a_matter_of_steps()
    {
        var driver = new SeededDriver();
        var stop = driver.Start((_, _) => { }).GracefulStop(TimeSpan.FromSeconds(1));
        var never = driver.System.DeadLetters.GracefulStop(TimeSpan.FromSeconds(1));
        driver.Settle();

        Assert.True(SeededDriver.ResultOf(stop));
        driver.RunUntil(TimeSpan.FromSeconds(2));
        Assert.True(never.IsCompleted);
        Assert.Equal(0, driver.World.Alarms.Length);
    }

    [Fact]
    public void An_actor_that_is_stopped_may_be_created_again_under_its_name()
    {
        var driver = new SeededDriver();
        var seen = new List<object>();
        var first = driver.Start((_, _) => { }, "again");
        driver.Settle();
        driver.System.Stop(first);
        driver.Settle();
        first.Tell("lost");
        driver.Start((message, _) => seen.Add(message), "again").Tell("x");
        driver.Settle();

        Assert.Equal(["x"], seen);
    }

    private sealed class Counted(Action stopped) : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);

        protected override void PostStop() => stopped();
    }
}
