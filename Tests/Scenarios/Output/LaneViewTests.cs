using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Output;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Scenarios.Output;

public sealed class LaneViewTests
{
    private const string Legend = """
        columns are events in their order, not time; A, B, C, ...: a job of epoch 0, 1, 2, ... begins (small: it is aborted)
        - it runs on   ~ it hangs   . another session's job   | key change accepted   ! its barrier opens   x given up


        """;

    [Fact]
    public void Under_drain_no_new_job_stands_left_of_the_end_of_the_last_old_one() => Assert.Equal(
        Legend + """
        session 0 (drain)
        e0 A-|A!B-
        e1  A|-! B
        """,
        Draw(
            engines: 2,
            Opened(policy: "drain"),
            Submitted(1, position: 2, epoch: 0), Submitted(2, position: 3, epoch: 0), Submitted(3, position: 4, epoch: 0),
            Began(1, key: 0), Began(2, key: 0, engine: 1), Finished(6, epoch: 1),
            Submitted(4, position: 7, epoch: 1), Submitted(5, position: 8, epoch: 1),
            Completed(1), Began(3, key: 0), Completed(3), Completed(2), Switched(1),
            Began(4, key: 1), Began(5, key: 1, engine: 1)));

    [Fact]
    public void Under_slots_a_new_job_begins_beside_an_old_one() => Assert.Equal(
        Legend + """
        session 0 (slots)
        e0 A|!-B
        e1  |!B-
        """,
        Draw(
            engines: 2,
            Opened(policy: "slots"), Submitted(1, position: 2, epoch: 0), Began(1, key: 0),
            Finished(4, epoch: 1), Switched(1), Submitted(2, position: 5, epoch: 1), Submitted(3, position: 6, epoch: 1),
            Began(2, key: 1, engine: 1), Completed(1), Began(3, key: 1)));

    [Fact]
    public void Each_session_has_lanes_and_barriers_of_its_own() => Assert.Equal(
        Legend + """
        session 0 (drain)
        e0 A-|---
        e1  .|. .
        session 1 (slots)
        e0 ...|!.
        e1  A-|!B
        """,
        Draw(
            engines: 2,
            Opened(policy: "drain"), Opened(session: 1, policy: "slots"),
            Submitted(1, position: 2, epoch: 0), Submitted(2, position: 2, epoch: 0, session: 1),
            Began(1, key: 0), Began(2, key: 0, engine: 1), Finished(4, epoch: 1), Negotiated(4, epoch: 1, session: 1),
            Completed(2, session: 1), Switched(1, session: 1), Submitted(3, position: 5, epoch: 1, session: 1),
            Began(3, key: 1, engine: 1)));

    [Fact]
    public void Aborted_jobs_are_small_a_hung_one_hangs_until_it_ends_and_an_open_one_runs_on() => Assert.Equal(
        Legend + """
        session 0
        e0 a~|x
        e1  A|x-
        e2   |xA
        """,
        Draw(
            engines: 3,
            Submitted(1, position: 2, epoch: 0), Submitted(2, position: 3, epoch: 0), Submitted(3, position: 4, epoch: 0),
            Began(1, key: 0), Hung(engine: 0, job: 1), Began(2, key: 0, engine: 1), Finished(6, epoch: 1),
            Aborted(1, reason: AbortReason.EngineHung), Switched(1, reason: SwitchReason.KeyLost),
            Began(3, key: 0, engine: 2)));

    [Fact]
    public void Letters_begin_anew_after_Z() => Assert.EndsWith(
        "\ne0 YZAb",
        Draw(
            engines: 1,
            Submitted(1, position: 2, epoch: 24), Submitted(2, position: 3, epoch: 25), Submitted(3, position: 4, epoch: 26),
            Submitted(4, position: 4, epoch: 27), Began(1, key: 0), Completed(1), Began(2, key: 0), Completed(2),
            Began(3, key: 0), Completed(3), Began(4, key: 0), Aborted(4)),
        StringComparison.Ordinal);

    [Fact]
    public void Job_that_an_engine_has_left_ends_where_the_next_one_begins() => Assert.EndsWith(
        "\ne0 AA-\ne1   A",
        Draw(
            engines: 2,
            Submitted(1, position: 2, epoch: 0), Submitted(2, position: 3, epoch: 0), Submitted(3, position: 4, epoch: 0),
            Began(1, key: 0), Began(2, key: 0), Completed(1), Began(3, key: 0, engine: 1), Completed(2)),
        StringComparison.Ordinal);

    [Fact]
    public void Long_run_is_broken_into_bands_of_the_width()
    {
        var view = new LaneView(engines: 1);
        for (var job = 0; job < 25; job++)
        {
            view.On(TimeSpan.Zero, Submitted(job, position: job, epoch: job / 10));
            view.On(TimeSpan.Zero, Began(job, key: 0));
            view.On(TimeSpan.Zero, Completed(job));
        }

        Assert.Equal(
            Legend + """
            events 1 to 12
            session 0
            e0 AAAAAAAAAABB

            events 13 to 24
            session 0
            e0 BBBBBBBBCCCC

            events 25 to 25
            session 0
            e0 C
            """,
            view.Render(width: 15));
    }

    [Fact]
    public void Nothing_is_drawn_when_no_job_ran() => Assert.Null(Draw(
        engines: 1, Opened(), Submitted(1, position: 2, epoch: 0), Finished(4, epoch: 1), Aborted(1), Began(1, key: 0)));

    [Fact]
    public void Too_many_lines_are_not_drawn()
    {
        var view = new LaneView(engines: 8);
        for (var job = 0; job < 400; job++)
        {
            view.On(TimeSpan.Zero, Submitted(job, position: job, epoch: 0, session: job % 4));
            view.On(TimeSpan.Zero, Began(job, key: 0));
        }

        Assert.NotNull(view.Render(width: 200));
        Assert.Null(view.Render(width: 100));
        Assert.False(view.IsTooLong);
    }

    [Fact]
    public void Run_of_too_many_jobs_is_given_up()
    {
        var view = new LaneView(engines: 1);
        for (var job = 0; job <= LaneView.MaxJobs; job++)
        {
            Assert.False(view.IsTooLong);
            view.On(TimeSpan.Zero, Submitted(job, position: job, epoch: 0));
            view.On(TimeSpan.Zero, Began(job, key: 0));
        }

        Assert.True(view.IsTooLong);
        Assert.Null(view.Render(int.MaxValue));
    }

    private static string? Draw(int engines, params TraceEvent[] run)
    {
        var view = new LaneView(engines);
        foreach (var happened in run)
            view.On(TimeSpan.Zero, happened);
        return view.Render();
    }
}
