using Sim.Actors.Tracing;
using Sim.Scenarios.Output;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Scenarios.Output;

public sealed class HangReportTests
{
    private readonly HangReport _report = new();

    [Fact]
    public void Names_for_each_job_what_it_waits_for_and_puts_first_what_keeps_others_waiting()
    {
        Tell(
            Opened(policy: "drain"), Negotiated(1, epoch: 0),
            Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0),
            Submitted(2, position: 3, epoch: 0), Dispatched(2, epoch: 0),
            Submitted(3, position: 4, epoch: 0), Dispatched(3, epoch: 0, engine: 1),
            Began(1, key: 0), Began(3, key: 0, engine: 1), Hung(engine: 1, job: 3),
            Started(), Finished(6, epoch: 1),
            Submitted(4, position: 7, epoch: 1));

        Assert.Equal(
            """
            job 3 of session 0, epoch 0: running on engine 1, which hangs since 10.000 ms
            job 1 of session 0, epoch 0: running on engine 0 since 8.000 ms
            job 2 of session 0, epoch 0: queued on engine 0 behind job 1 since 5.000 ms
            job 4 of session 0, epoch 1: held behind the barrier of epoch 1 since 13.000 ms
            barrier of session 0, epoch 1: pending since 12.000 ms; jobs of older epochs that have not ended: 3
            """,
            _report.Render());
    }

    [Fact]
    public void Held_job_without_a_barrier_waits_for_a_key_slot()
    {
        Tell(Programmed(0, session: 0, epoch: 0), Submitted(1, position: 2, epoch: 0, session: 1));
        Assert.Equal("job 1 of session 1, epoch 0: waiting for a key slot since 1.000 ms", _report.Render());
    }

    [Fact]
    public void Job_before_a_barrier_is_not_held_by_it()
    {
        Tell(Programmed(0, session: 1, epoch: 0), Submitted(1, position: 2, epoch: 0), Finished(4, epoch: 1));
        Assert.StartsWith("job 1 of session 0, epoch 0: waiting for a key slot", _report.Render(), StringComparison.Ordinal);
    }

    [Fact]
    public void Held_job_that_nothing_holds_is_called_so()
    {
        Tell(Submitted(1, position: 2, epoch: 0));
        Assert.Equal("job 1 of session 0, epoch 0: held, and nothing in the trace says why, since 0.000 ms", _report.Render());
    }

    [Fact]
    public void Job_that_an_engine_does_not_begin_has_others_behind_it()
    {
        Tell(
            Submitted(1, position: 2, epoch: 0), Submitted(2, position: 3, epoch: 0), Dispatched(2, epoch: 0),
            Dispatched(1, epoch: 0));
        Assert.Equal(
            """
            job 2 of session 0, epoch 0: first in the queue of engine 0, which has not begun it, since 2.000 ms
            job 1 of session 0, epoch 0: queued on engine 0 behind job 2 since 3.000 ms
            """,
            _report.Render());
    }

    [Fact]
    public void Job_that_its_engine_has_left_waits_for_its_session()
    {
        Tell(
            Submitted(1, position: 2, epoch: 0), Submitted(2, position: 3, epoch: 0), Dispatched(1, epoch: 0),
            Dispatched(2, epoch: 0), Began(1, key: 0), Began(2, key: 0));
        Assert.Equal(
            """
            job 1 of session 0, epoch 0: on engine 0 since 4.000 ms, which has begun another job; its session has not told its ending
            job 2 of session 0, epoch 0: running on engine 0 since 5.000 ms
            """,
            _report.Render());
    }

    [Fact]
    public void Engine_that_was_reset_hangs_no_more()
    {
        Tell(
            Submitted(1, position: 2, epoch: 0), Submitted(2, position: 3, epoch: 0), Dispatched(1, epoch: 0),
            Dispatched(2, epoch: 0), Began(1, key: 0), Hung(engine: 0, job: 1), Reset(engine: 0, job: 1), Aborted(1),
            Began(2, key: 0));
        Assert.Equal("job 2 of session 0, epoch 0: running on engine 0 since 8.000 ms", _report.Render());
    }

    [Fact]
    public void Lines_are_bounded_and_the_rest_is_counted()
    {
        for (var job = 1; job <= 5; job++)
            Tell(Submitted(job, position: job, epoch: 0), Finished(job, epoch: job));
        var lines = _report.Render(maxLines: 2)!.Split('\n');
        Assert.Equal(6, lines.Length);
        Assert.Equal("and 3 more jobs wait", lines[2]);
        Assert.Equal("and 3 more barriers wait", lines[5]);
    }

    [Fact]
    public void Nothing_is_said_when_nothing_waits()
    {
        Tell(
            Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0), Began(1, key: 0), Finished(4, epoch: 1), Switched(1),
            Completed(1));
        Assert.Null(_report.Render());
    }

    // One event a millisecond.
    private void Tell(params ReadOnlySpan<TraceEvent> run)
    {
        for (var i = 0; i < run.Length; i++)
            _report.On(TimeSpan.FromMilliseconds(i), run[i]);
    }
}
