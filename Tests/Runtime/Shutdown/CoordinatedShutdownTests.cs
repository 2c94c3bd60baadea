using System.Collections.Concurrent;
using Akka;
using Akka.Actor;
using Akka.Configuration;
using Xunit;

namespace Sim.Tests.Runtime.Shutdown;

public sealed class CoordinatedShutdownTests
{
    private const string Quiet = "akka.loglevel = OFF\nakka.coordinated-shutdown.run-by-clr-shutdown-hook = off\n";
    private const string KeepsSystem = """
        akka.coordinated-shutdown.run-by-actor-system-terminate = off
        akka.coordinated-shutdown.terminate-actor-system = off

        """;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);
    private static readonly CoordinatedShutdown.Reason Unknown = CoordinatedShutdown.UnknownReason.Instance;

    private readonly ConcurrentQueue<string> _done = new();

    [Fact]
    public async Task Phases_run_after_those_that_they_depend_on_and_the_system_ends_last()
    {
        var system = Start();
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "last", Note("last"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "second", Note("second"));
        shutdown.AddTask(CoordinatedShutdown.PhaseBeforeServiceUnbind, "first", Note("first"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "third", Note("third"));
        await shutdown.Run(Unknown).WaitAsync(Wait);
        Assert.Equal(["first", "second", "third", "last"], _done);
        await system.WhenTerminated.WaitAsync(Wait);
    }

    [Fact]
    public async Task Tasks_of_a_phase_run_at_once()
    {
        var system = Start();
        var (one, other) = (new TaskCompletionSource(), new TaskCompletionSource());
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "one", () => Meet(one, other));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "other", () => Meet(other, one));
        await shutdown.Run(Unknown).WaitAsync(Wait);
        Assert.Equal(["met", "met"], _done);

        async Task<Done> Meet(TaskCompletionSource mine, TaskCompletionSource theirs)
        {
            mine.SetResult();
            await theirs.Task;
            _done.Enqueue("met");
            return Done.Instance;
        }
    }

    [Fact]
    public async Task A_phase_waits_for_the_tasks_of_the_one_before()
    {
        var system = Start();
        var gate = new TaskCompletionSource<Done>();
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "gate", () => gate.Task);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "after", Note("after"));
        var run = shutdown.Run(Unknown);
        Assert.Empty(_done);
        gate.SetResult(Done.Instance);
        await run.WaitAsync(Wait);
        Assert.Equal(["after"], _done);
    }

    [Fact]
    public async Task A_task_that_fails_does_not_keep_the_next_phase_from_running()
    {
        var shutdown = CoordinatedShutdown.Get(Start());
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "fails", () => throw new InvalidOperationException("broken"));
        shutdown.AddTask(
            CoordinatedShutdown.PhaseServiceUnbind, "fails later",
            () => Task.FromException<Done>(new InvalidOperationException("broken")));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "works", Note("works"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "next", Note("next"));
        await shutdown.Run(Unknown).WaitAsync(Wait);
        Assert.Equal(["works", "next"], _done);
    }

    [Fact]
    public async Task A_phase_that_takes_too_long_does_not_keep_the_next_from_running()
    {
        var shutdown = CoordinatedShutdown.Get(Start("akka.coordinated-shutdown.phases.service-unbind.timeout = 20ms"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "hangs", () => new TaskCompletionSource<Done>().Task);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "next", Note("next"));
        await shutdown.Run(Unknown).WaitAsync(Wait);
        Assert.Equal(["next"], _done);
    }

    [Fact]
    public async Task A_failure_ends_the_run_where_the_phase_does_not_recover()
    {
        var system = Start(KeepsSystem + "akka.coordinated-shutdown.phases.service-unbind.recover = off");
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(
            CoordinatedShutdown.PhaseServiceUnbind, "fails", () => Task.FromException<Done>(new InvalidOperationException("broken")));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "next", Note("next"));
        await Assert.ThrowsAnyAsync<Exception>(() => shutdown.Run(Unknown).WaitAsync(Wait));
        Assert.Empty(_done);
        await system.Terminate().WaitAsync(Wait);
    }

    [Fact]
    public async Task A_late_phase_ends_the_run_where_it_does_not_recover()
    {
        var system = Start(KeepsSystem + "akka.coordinated-shutdown.phases.service-unbind { recover = off, timeout = 20ms }");
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "hangs", () => new TaskCompletionSource<Done>().Task);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "next", Note("next"));
        await Assert.ThrowsAnyAsync<TimeoutException>(() => shutdown.Run(Unknown).WaitAsync(Wait));
        Assert.Empty(_done);
        await system.Terminate().WaitAsync(Wait);
    }

    [Fact]
    public async Task Only_the_first_run_counts()
    {
        var shutdown = CoordinatedShutdown.Get(Start());
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "once", Note("once"));
        Assert.Null(shutdown.ShutdownReason);
        var first = shutdown.Run(Unknown);
        Assert.Same(first, shutdown.Run(CoordinatedShutdown.ClusterLeavingReason.Instance));
        await first.WaitAsync(Wait);
        await shutdown.Run(Unknown).WaitAsync(Wait);
        Assert.Equal(["once"], _done);
        Assert.Same(Unknown, shutdown.ShutdownReason);
    }

    [Fact]
    public async Task A_run_may_begin_at_a_later_phase()
    {
        var shutdown = CoordinatedShutdown.Get(Start());
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "early", Note("early"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "late", Note("late"));
        await shutdown.Run(Unknown, CoordinatedShutdown.PhaseServiceStop).WaitAsync(Wait);
        Assert.Equal(["late"], _done);
    }

    [Fact]
    public async Task A_task_may_add_another_to_a_later_phase()
    {
        var shutdown = CoordinatedShutdown.Get(Start());
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "adds", () =>
        {
            shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "added", Note("added"));
            return Task.FromResult(Done.Instance);
        });
        await shutdown.Run(Unknown).WaitAsync(Wait);
        Assert.Equal(["added"], _done);
    }

    [Fact]
    public async Task Terminate_runs_the_phases()
    {
        var system = Start();
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "task", Note("task"));
        await system.Terminate().WaitAsync(Wait);
        Assert.Equal(["task"], _done);
        Assert.Same(CoordinatedShutdown.ActorSystemTerminateReason.Instance, shutdown.ShutdownReason);
    }

    [Fact]
    public async Task Terminate_just_ends_the_system_when_it_is_configured_not_to_run_the_phases()
    {
        var system = Start("akka.coordinated-shutdown.run-by-actor-system-terminate = off");
        CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseServiceStop, "task", Note("task"));
        await system.Terminate().WaitAsync(Wait);
        Assert.Empty(_done);
    }

    [Fact]
    public async Task The_system_lives_on_when_the_run_is_configured_not_to_end_it()
    {
        var system = Start(KeepsSystem);
        await CoordinatedShutdown.Get(system).Run(Unknown).WaitAsync(Wait);
        Assert.Equal("hello", await system.ActorOf(Scripted.Of((m, self) => self.Sender.Tell(m))).Ask<string>("hello", Wait));
        await system.Terminate().WaitAsync(Wait);
    }

    [Fact]
    public async Task Actors_are_there_for_the_tasks()
    {
        var system = Start();
        var echo = system.ActorOf(Scripted.Of((message, self) => self.Sender.Tell(message)));
        CoordinatedShutdown.Get(system).AddTask(
            CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "ask", async () =>
            {
                _done.Enqueue(await echo.Ask<string>("hello", Wait));
                return Done.Instance;
            });
        await system.Terminate().WaitAsync(Wait);
        Assert.Equal(["hello"], _done);
    }

    [Fact]
    public async Task A_phase_of_ones_own_runs_where_the_configuration_puts_it()
    {
        var system = Start("""
            akka.coordinated-shutdown.phases {
              my-phase { depends-on = [service-unbind] }
              service-requests-done { depends-on = [my-phase] }
            }
            """);
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceRequestsDone, "after", Note("after"));
        shutdown.AddTask("my-phase", "mine", Note("mine"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "before", Note("before"));
        await shutdown.Run(Unknown).WaitAsync(Wait);
        Assert.Equal(["before", "mine", "after"], _done);
    }

    [Fact]
    public async Task Timeouts_are_those_that_are_configured()
    {
        var system = Start(KeepsSystem + """
            akka.coordinated-shutdown {
              default-phase-timeout = 3s
              phases.service-stop.timeout = 7s
            }
            """);
        var shutdown = CoordinatedShutdown.Get(system);
        Assert.Equal(TimeSpan.FromSeconds(3), shutdown.Timeout(CoordinatedShutdown.PhaseServiceUnbind));
        Assert.Equal(TimeSpan.FromSeconds(7), shutdown.Timeout(CoordinatedShutdown.PhaseServiceStop));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "a", Note("a"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "b", Note("b"));
        Assert.Equal(TimeSpan.FromSeconds(10), shutdown.TotalTimeout);
        await system.Terminate().WaitAsync(Wait);
    }

    [Fact]
    public async Task A_phase_that_nobody_has_configured_is_refused()
    {
        var system = Start();
        var shutdown = CoordinatedShutdown.Get(system);
        Assert.Throws<ConfigurationException>(() => shutdown.AddTask("no-such-phase", "task", Note("task")));
        await system.Terminate().WaitAsync(Wait);
    }

    private static ActorSystem Start(string config = "") => ActorSystem.Create("shutdown", Quiet + config);

    private Func<Task<Done>> Note(string what) => () =>
    {
        _done.Enqueue(what);
        return Task.FromResult(Done.Instance);
    };
}
