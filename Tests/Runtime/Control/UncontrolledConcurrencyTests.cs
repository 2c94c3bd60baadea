using Akka.Actor;
using Sim.Control;
using Xunit;

namespace Sim.Tests.Runtime.Control;

/// <summary>What other threads do to a world is refused and can be seen, with the calls that led to it.</summary>
public sealed class UncontrolledConcurrencyTests
{
    private static Intrusion Single(SeededDriver driver)
    {
        Assert.True(driver.World.HasIntrusions);
        Assert.True(driver.World.TryTakeIntrusion(out var intrusion));
        Assert.False(driver.World.TryTakeIntrusion(out _));
        Assert.False(driver.World.HasIntrusions);
        return intrusion;
    }

    private static void Elsewhere(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }

    [Fact]
    public void A_task_that_tells_is_noticed_with_its_stack()
    {
        var driver = new SeededDriver();
        Task? task = null;
        var seen = new List<object>();
        var target = driver.Start((message, _) => seen.Add(message), "target");
        driver.Start((_, _) => task = Task.Run(() => Offend(target))).Tell("x");
        driver.Settle();
        Assert.True(((IAsyncResult)task!).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(10)));

        var intrusion = Single(driver);
        Assert.Equal(("Tell", "/user/target", "from outside"), (intrusion.Action, intrusion.Target, intrusion.Message));
        Assert.Contains(nameof(Offend), intrusion.StackTrace, StringComparison.Ordinal);
        driver.Settle();
        Assert.Empty(seen);
    }

    [Fact]
    public void A_handler_that_awaits_something_foreign_is_noticed()
    {
        var driver = new SeededDriver();
        var foreign = new TaskCompletionSource();
        var actor = driver.System.ActorOf(Props.Create(() => new Waiting(foreign.Task)), "waiting");
        actor.Tell("x");
        driver.Settle();
        Assert.Equal(actor, Assert.Single(driver.World.Actors.ToArray(), inbox => inbox.IsAwaiting).Owner);
        Elsewhere(foreign.SetResult);

        Assert.Equal("/user/waiting", Single(driver).Target);
    }

    [Fact]
    public void Asynchronous_code_that_is_completed_elsewhere_is_named()
    {
        var driver = new SeededDriver();
        var foreign = new TaskCompletionSource();
        async Task WaitOutside()
        {
            await foreign.Task;
        }

        driver.Start((_, _) => _ = WaitOutside()).Tell("x");
        driver.Settle();
        Elsewhere(foreign.SetResult);

        Assert.Contains(nameof(WaitOutside), Single(driver).Target, StringComparison.Ordinal);
    }

    [Fact]
    public void Piped_task_that_is_completed_elsewhere_is_named_by_its_receiver()
    {
        var driver = new SeededDriver();
        var foreign = new TaskCompletionSource<string>();
        var target = driver.Start((_, _) => { }, "target");
        driver.Start((_, _) => foreign.Task.PipeTo(target)).Tell("x");
        driver.Settle();
        Elsewhere(() => foreign.SetResult("from outside"));

        Assert.Equal(("a continuation", "PipeTo /user/target"), (Single(driver) is var piped) ? (piped.Action, piped.Target) : default);
    }

    [Fact]
    public void Creating_scheduling_asking_and_stopping_elsewhere_are_noticed()
    {
        var driver = new SeededDriver();
        var actor = driver.Start((_, _) => { }, "actor");
        driver.Settle();

        Elsewhere(() => Assert.Throws<InvalidOperationException>(() => driver.Start((_, _) => { }, "new")));
        Assert.Equal(("ActorOf", "/user/new"), (Single(driver) is var created) ? (created.Action, created.Target) : default);
        Elsewhere(() => driver.System.Scheduler.ScheduleTellOnce(TimeSpan.Zero, actor, "x", ActorRefs.NoSender));
        Assert.Equal("Schedule", Single(driver).Action);
        Elsewhere(() => actor.Ask("x"));
        Assert.Equal("Tell", Single(driver).Action);
        Elsewhere(() => driver.System.Stop(actor));
        Assert.Equal("Terminate", Single(driver).Action);
        Assert.Equal((0, 0), (driver.World.Ready.Length, driver.World.Alarms.Length));
    }

    [Fact]
    public void A_step_on_another_thread_is_refused()
    {
        var driver = new SeededDriver();
        driver.Start((_, _) => { });
        Elsewhere(() => Assert.Throws<InvalidOperationException>(driver.Settle));
        driver.Settle();

        Assert.Equal(1, driver.World.Steps);
    }

    [Fact]
    public void Worlds_of_several_threads_do_not_touch_each_other()
    {
        var traces = new string[4];
        Thread[] threads = [.. Enumerable.Range(0, traces.Length).Select(i => new Thread(() =>
        {
            for (var run = 0; run < 50; run++)
            {
                var driver = new SeededDriver(7);
                var sink = driver.Start((_, _) => { }, "sink");
                for (var s = 0; s < 3; s++) driver.Start((message, _) => sink.Tell(message)).Tell(s);
                driver.Settle();
                traces[i] = string.Join('\n', driver.Trace);
            }
        }))];
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();

        Assert.Single(traces.Distinct());
    }

    private static void Offend(IActorRef target) => target.Tell("from outside");

    private sealed class Waiting : ReceiveActor
    {
        public Waiting(Task foreign) => ReceiveAnyAsync(async _ => await foreign);
    }
}
