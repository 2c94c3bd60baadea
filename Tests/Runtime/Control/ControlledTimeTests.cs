using Akka.Actor;
using Akka.Event;
using Xunit;

namespace Sim.Tests.Runtime.Control;

public sealed class ControlledTimeTests
{
    private static TimeSpan Ms(int value) => TimeSpan.FromMilliseconds(value);

    [Fact]
    public void Clocks_show_virtual_time()
    {
        var driver = new SeededDriver();
        var scheduler = driver.System.Scheduler;
        driver.World.AdvanceTo(Ms(1500));
        driver.World.AdvanceTo(Ms(500));

        Assert.Equal(Ms(1500), scheduler.MonotonicClock);
        Assert.Equal(Ms(1500), scheduler.HighResMonotonicClock);
        Assert.Equal(DateTimeOffset.UnixEpoch + Ms(1500), scheduler.Now);
    }

    [Fact]
    public void Timers_run_in_virtual_time()
    {
        var driver = new SeededDriver();
        var seen = new List<string>();
        driver.Start((message, self) =>
        {
            seen.Add($"{message} {driver.World.Now.TotalMilliseconds}");
            switch (message)
            {
                case "start":
                    self.Timers.StartPeriodicTimer("beat", "beat", Ms(100));
                    self.Timers.StartSingleTimer("end", "end", Ms(250));
                    break;
                case "end":
                    self.Timers.CancelAll();
                    break;
            }
        }).Tell("start");
        driver.RunUntil(TimeSpan.FromDays(1));

        Assert.Equal(["start 0", "beat 100", "beat 200", "end 250"], seen);
        Assert.Equal(0, driver.World.Alarms.Length);
    }

    [Fact]
    public void What_is_scheduled_can_be_looked_at_and_fired_in_any_order()
    {
        var driver = new SeededDriver();
        var seen = new List<object>();
        var actor = driver.Start((message, self) =>
        {
            if (message is "start") self.Timers.StartSingleTimer("b", "b", Ms(20));
            else seen.Add(message);
        });
        driver.System.Scheduler.ScheduleTellOnce(Ms(10), actor, "a", ActorRefs.NoSender);
        actor.Tell("start");
        driver.Settle();

        var (first, second) = (driver.World.Alarms[0], driver.World.Alarms[1]);
        Assert.Equal((Ms(10), "a", 0), (first.Due, first.Message, first.Cause));
        Assert.Equal((Ms(20), "b", 2), (second.Due, second.Message, second.Cause));
        Assert.Equal(actor, second.Target);
        driver.World.Fire(second);
        Assert.False(second.IsArmed);
        driver.World.Fire(first);
        Assert.Equal(Ms(20), driver.World.Now);
        Assert.Throws<InvalidOperationException>(() => driver.World.Fire(first));
        Assert.Equal((2, 4), (driver.InboxOf(actor).Count, driver.World.Steps));
        driver.Settle();
        Assert.Equal(["b", "a"], seen);
    }

    [Fact]
    public void Alarms_are_numbered_without_gaps_in_the_order_of_scheduling()
    {
        var driver = new SeededDriver();
        var scheduler = driver.System.Scheduler;
        var actor = driver.Start((message, self) =>
        {
            if (message is "start") self.Timers.StartSingleTimer("timer", "timer", Ms(20));
        });
        var cancelled = Cancelable.CreateCanceled();
        scheduler.ScheduleTellOnce(Ms(30), actor, "later", ActorRefs.NoSender);
        scheduler.ScheduleTellOnce(Ms(1), actor, "never", ActorRefs.NoSender, cancelled);
        scheduler.ScheduleTellRepeatedly(Ms(10), Ms(10), actor, "beat", ActorRefs.NoSender);
        actor.Tell("start");
        driver.Settle();
        Assert.Equal(["beat 1", "timer 2", "later 0"], Numbered());

        driver.World.Fire(driver.World.Alarms[0]);
        driver.World.Fire(driver.World.Alarms[0]);
        scheduler.ScheduleTellOnce(Ms(50), actor, "last", ActorRefs.NoSender);
        Assert.Equal(["beat 1", "later 0", "last 3"], Numbered());

        string[] Numbered() => [.. driver.World.Alarms.ToArray().Select(alarm => $"{alarm.Message} {alarm.Id}")];
    }

    [Fact]
    public void Each_world_numbers_its_own_alarms()
    {
        for (var world = 0; world < 2; world++)
        {
            var driver = new SeededDriver();
            driver.System.Scheduler.Advanced.ScheduleOnce(Ms(1), () => { });
            Assert.Equal(0, driver.World.Alarms[0].Id);
        }
    }

    [Fact]
    public void Equal_times_keep_the_order_of_scheduling()
    {
        var driver = new SeededDriver();
        var seen = new List<object>();
        var actor = driver.Start((message, _) => seen.Add(message));
        for (var i = 0; i < 10; i++) driver.System.Scheduler.ScheduleTellOnce(Ms(5), actor, i, ActorRefs.NoSender);
        driver.RunUntil(Ms(5));

        Assert.Equal(Enumerable.Range(0, 10).Cast<object>(), seen);
    }

    [Fact]
    public void What_is_cancelled_is_gone()
    {
        var driver = new SeededDriver();
        var ran = false;
        var cancelable = new Cancelable(driver.System.Scheduler);
        driver.System.Scheduler.Advanced.ScheduleOnce(Ms(5), () => ran = true, cancelable);
        driver.System.Scheduler.Advanced.ScheduleRepeatedly(Ms(5), Ms(5), () => ran = true, cancelable);
        Assert.Equal(2, driver.World.Alarms.Length);
        cancelable.Cancel();

        Assert.Equal(0, driver.World.Alarms.Length);
        Assert.False(ran);
    }

    [Fact]
    public void An_action_that_throws_does_not_end_time()
    {
        var driver = new SeededDriver();
        var ran = false;
        driver.System.Scheduler.Advanced.ScheduleOnce(Ms(1), () => throw new InvalidOperationException("broken"));
        driver.System.Scheduler.Advanced.ScheduleOnce(Ms(2), () => ran = true);
        driver.RunUntil(Ms(2));

        Assert.True(ran);
    }

    [Fact]
    public void A_receive_timeout_passes_in_virtual_time()
    {
        var driver = new SeededDriver();
        var seen = new List<string>();
        var actor = driver.Start((message, self) =>
        {
            if (message is "start") self.Cell.SetReceiveTimeout(Ms(100));
            else seen.Add($"{message.GetType().Name} {driver.World.Now.TotalMilliseconds}");
            if (message is ReceiveTimeout) self.Cell.SetReceiveTimeout(null);
        });
        actor.Tell("start");
        driver.RunUntil(Ms(60));
        actor.Tell("more");
        driver.RunUntil(Ms(1000));

        Assert.Equal(["String 60", "ReceiveTimeout 160"], seen);
    }

    [Fact]
    public void An_ask_times_out_in_virtual_time()
    {
        var driver = new SeededDriver();
        var reply = driver.Start((_, _) => { }).Ask("x", TimeSpan.FromHours(1));
        driver.RunUntil(TimeSpan.FromMinutes(59));
        Assert.False(reply.IsCompleted);
        driver.RunUntil(TimeSpan.FromMinutes(61));

        Assert.IsType<AskTimeoutException>(reply.Exception!.InnerException);
    }

    [Fact]
    public void A_window_of_restarts_passes_in_virtual_time()
    {
        var driver = new SeededDriver();
        var starts = 0;
        IActorRef child = ActorRefs.Nobody;
        var stopped = false;
        var parent = driver.Start(
            (message, self) =>
            {
                if (message is Terminated) stopped = true;
                else
                {
                    child = self.Cell.ActorOf(Scripted.Of((_, _) =>
                    {
                        starts++;
                        throw new InvalidOperationException("broken");
                    }), "child");
                    self.Cell.Watch(child);
                }
            },
            "parent", new OneForOneStrategy(2, TimeSpan.FromSeconds(1), _ => Directive.Restart));
        parent.Tell("start");
        driver.Settle();
        for (var i = 0; i < 10; i++)
        {
            // Two in each window.
            child.Tell("fail");
            driver.RunUntil(driver.World.Now + Ms(600));
        }

        Assert.False(stopped);
        for (var i = 0; i < 3; i++) child.Tell("fail");
        driver.Settle();
        Assert.True(stopped);
    }

    [Fact]
    public void Log_events_show_virtual_time()
    {
        var driver = new SeededDriver();
        var seen = new List<DateTime>();
        var listener = driver.Start((message, _) => seen.Add(((LogEvent)message).Timestamp));
        driver.System.EventStream.Subscribe(listener, typeof(Error));
        driver.World.AdvanceTo(TimeSpan.FromHours(5));
        driver.Start((_, _) => throw new InvalidOperationException("broken")).Tell("x");
        driver.Settle();

        Assert.Equal([DateTime.UnixEpoch.AddHours(5)], seen);
    }
}
