using Akka.Actor;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;
using Sim.Tests.Runtime;
using Xunit;

namespace Sim.Tests.Simulation.Plugin;

/// <summary>What leaves the thread fails the run, with the calls that led there; it never makes a run that cannot be replayed.</summary>
public sealed class UncontrolledTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Task_that_runs_on_the_thread_pool_and_tells(bool isPlugIn) =>
        AssertUncontrolled(isPlugIn, nameof(OffendAfterRun), OffendAfterRun);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Delay_of_the_platform(bool isPlugIn) => AssertUncontrolled(isPlugIn, nameof(OffendAfterDelay), OffendAfterDelay);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Await_that_wants_no_context(bool isPlugIn) =>
        AssertUncontrolled(isPlugIn, nameof(OffendAfterForeign), OffendAfterForeign);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Asynchronous_handler_that_awaits_something_foreign(bool isPlugIn)
    {
        var foreign = new TaskCompletionSource();
        var program = new Noted((system, notes) => Programs.Start(system.ActorOf(Props.Create(() => new Foreign(foreign.Task)), "waiting")))
        {
            AtEnd = _ => Elsewhere(foreign.SetResult),
        };

        var intrusion = Intrusion(isPlugIn, program);

        Assert.Equal(("a continuation of an asynchronous handler", "/user/waiting"), (intrusion.Action, intrusion.Target));
    }

    [Fact]
    public void Reply_that_is_piped_without_its_context_is_uncontrolled_on_the_plug_in()
    {
        var outcome = new TaskCompletionSource();
        var program = new Noted((system, notes) =>
        {
            var echo = system.ActorOf(Scripted.Of((message, self) => self.Sender.Tell(message)), "echo");
            var asker = system.ActorOf(
                Scripted.Of((_, self) => echo.Ask<object>(1).PipeTo(self.Self).ContinueWith(_ => outcome.SetResult(), TaskScheduler.Default)),
                "asker");
            return Programs.Start(asker);
        })
        {
            AtEnd = _ => Assert.True(outcome.Task.Wait(Patience)),
        };

        var intrusion = Intrusion(isPlugIn: true, program);

        Assert.Equal(("Tell", "/user/asker"), (intrusion.Action, intrusion.Target));
        Assert.Contains("PipeTo", intrusion.StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_comes_after_the_end_of_a_run_fails_the_next(bool isPlugIn)
    {
        IActorRef? sink = null;
        var program = new Noted((system, _) =>
        {
            sink = system.ActorOf(Scripted.Of((_, _) => { }), "sink");
            return Programs.Start(sink);
        });
        var runner = new ScheduleRunner(isPlugIn ? new OnPlugIn(program) : program, Timing.Any, 100);
        runner.Run(new RandomWalk(), 0);
        Elsewhere(() => sink!.Tell("late"));

        var late = Assert.Throws<UncontrolledException>(() => runner.Run(new RandomWalk(), 0));

        Assert.Equal("late", late.Intrusion.Message);
        runner.Run(new RandomWalk(), 0);
    }

    [Fact]
    public void Explorer_passes_it_on()
    {
        var left = Leaving(OffendAfterRun);

        Assert.Throws<UncontrolledException>(() => Explorer.Explore(
            () => new OnPlugIn(left), new ExplorationSettings(_ => new RandomWalk()) { Schedules = 10 }));
    }

    private static void AssertUncontrolled(bool isPlugIn, string culprit, Func<IActorRef, Task> leave)
    {
        var intrusion = Intrusion(isPlugIn, Leaving(leave));

        Assert.Equal(("Tell", "/user/sink", "from outside"), (intrusion.Action, intrusion.Target, intrusion.Message));
        Assert.Contains(culprit, intrusion.StackTrace, StringComparison.Ordinal);
    }

    private static Noted Leaving(Func<IActorRef, Task> leave)
    {
        var left = Task.CompletedTask;
        return new Noted((system, notes) =>
        {
            var sink = system.ActorOf(Scripted.Of((message, _) => notes.Add($"{message}")), "sink");
            return Programs.Start(system.ActorOf(Scripted.Of((_, _) => left = leave(sink)), "leaver"));
        })
        {
            AtEnd = _ => Assert.True(left.Wait(Patience)),
        };
    }

    private static Sim.Control.Intrusion Intrusion(bool isPlugIn, Noted program) =>
        Assert.Throws<UncontrolledException>(() => new ScheduleRunner(isPlugIn ? new OnPlugIn(program) : program, Timing.Any, 100)
            .Run(new RandomWalk(), 0)).Intrusion;

    private static Task OffendAfterRun(IActorRef sink) => Task.Run(() => sink.Tell("from outside"));

    private static async Task OffendAfterDelay(IActorRef sink)
    {
#pragma warning disable RS0030 // What actors must not do is what is tested.
        await Task.Delay(TimeSpan.FromMilliseconds(1)).ConfigureAwait(false);
#pragma warning restore RS0030
        sink.Tell("from outside");
    }

    private static Task OffendAfterForeign(IActorRef sink)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var offence = Offend();
        gate.SetResult();
        return offence;

        async Task Offend()
        {
            await gate.Task.ConfigureAwait(false);
            sink.Tell("from outside");
        }
    }

    private static void Elsewhere(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }

    private sealed class Foreign : ReceiveActor
    {
        public Foreign(Task foreign) => ReceiveAnyAsync(async _ => await foreign);
    }
}
