using Sim.Actors.Tracing;
using Sim.Scenarios.Output;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Scenarios.Output;

/// <summary>Whole small accounts, as they are read; a step each microsecond.</summary>
public sealed class ScheduleAccountTests
{
    private const string Client = "/user/client-0";
    private const string Session = "/user/device/session-0";
    private const string OtherSession = "/user/device/session-1";
    private const string Device = "/user/device";

    private readonly List<AccountStep> _steps = [];

    [Fact]
    public void Messages_stand_in_the_lanes_of_their_receivers_and_the_break_is_marked()
    {
        Step(Session, "NegotiateKeyExchange", Negotiated(1, epoch: 0));
        Step(Client, "KeyExchanged Ok");
        Step(Session, "DecryptionBlt job 1", Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0, engine: 1));
        Step(Session, "BeginSessionKeyRefresh", Started());
        Step(Session, "FinishSessionKeyRefresh", Finished(3, epoch: 1));
        Step(Engine(1), "job 1 of epoch 0", Began(1, key: 1, engine: 1));
        Step(Session, "JobEnded job 1", Completed(1));
        Step(Client, "JobCompleted job 1");

        Expect(
            """
              step  time us  session-0  engine-1
                 1      0.0  NegotiateKeyExchange
                             | negotiated at 1: epoch 0 begins, key 000000
            ... 1 step
                 3      2.0  DecryptionBlt job 1
                             | accepted job 1 at 2, epoch 0
                             | job 1 goes to engine 1
                 4      3.0  BeginSessionKeyRefresh
                             | refresh started
                 5      4.0  FinishSessionKeyRefresh
                             | refresh finished at 3: epoch 1 begins
                 6      5.0  |          job 1 of epoch 0
                             |          | engine 1 starts job 1, key 000001
            >    7      6.0  JobEnded job 1
                             | job 1 completed on engine 0
            >>> EpochAtSubmission: job 1 of session 0 at position 2 (epoch 0, key 000000) completed on engine 1 with key 000001
            ... 1 step
            """,
            "EpochAtSubmission",
            "job 1 of session 0 at position 2 (epoch 0, key 000000) completed on engine 1 with key 000001",
            step: 7);
    }

    [Fact]
    public void Other_sessions_and_jobs_that_ended_are_folded_and_what_else_a_step_recorded_is_counted()
    {
        Step(OtherSession, "NegotiateKeyExchange", Negotiated(1, epoch: 0, session: 1));
        Step(OtherSession, "DecryptionBlt job 7", Submitted(7, position: 2, epoch: 0, session: 1));
        Step(Session, "DecryptionBlt job 1", Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0, engine: 1));
        Step(Session, "DecryptionBlt job 2", Submitted(2, position: 3, epoch: 0), Dispatched(2, epoch: 0, engine: 1));
        Step(Engine(1), "job 1 of epoch 0", Began(1, key: 0, engine: 1));
        Step(Engine(1), "job 2 of epoch 0");
        Step(Session, "JobEnded job 2", Completed(2), Completed(1), Completed(2));

        Expect(
            """
              step  time us  session-0  engine-1
            ... 3 steps
                 4      3.0  DecryptionBlt job 2
                             | accepted job 2 at 3, epoch 0
                             | job 2 goes to engine 1
            ... 1 step
                 6      5.0  |          job 2 of epoch 0
            >    7      6.0  JobEnded job 2
                             | job 2 completed on engine 0
                             | job 2 completed on engine 0
                             | (1 more) |
            >>> OneEnding: job 2 completed, but was not open
            """,
            "OneEnding",
            "job 2 completed, but was not open",
            step: 7);
    }

    [Fact]
    public void Unfinished_job_of_an_older_epoch_belongs_to_a_job_that_should_have_waited_for_it()
    {
        Step(Session, "DecryptionBlt job 1", Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0, engine: 1));
        Step(Engine(1), "job 1 of epoch 0", Began(1, key: 0, engine: 1));
        Step(Session, "DecryptionBlt job 9", Submitted(9, position: 3, epoch: 0), Dispatched(9, epoch: 0));
        Step(Session, "JobEnded job 9", Completed(9));
        Step(Session, "BeginSessionKeyRefresh", Started());
        Step(Session, "FinishSessionKeyRefresh", Finished(4, epoch: 1));
        Step(Session, "DecryptionBlt job 2", Submitted(2, position: 5, epoch: 1), Dispatched(2, epoch: 1));

        Expect(
            """
              step  time us  session-0  engine-1
                 1      0.0  DecryptionBlt job 1
                             | accepted job 1 at 2, epoch 0
                             | job 1 goes to engine 1
                 2      1.0  |          job 1 of epoch 0
                             |          | engine 1 starts job 1, key 000000
            ... 2 steps
                 5      4.0  BeginSessionKeyRefresh
                             | refresh started
                 6      5.0  FinishSessionKeyRefresh
                             | refresh finished at 4: epoch 1 begins
            >    7      6.0  DecryptionBlt job 2
                             | accepted job 2 at 5, epoch 1
                             | job 2 goes to engine 0
            >>> DrainOrder: job 2 of session 0, epoch 1, was handed out while jobs of older epochs are unfinished
            """,
            "DrainOrder",
            "job 2 of session 0, epoch 1, was handed out while jobs of older epochs are unfinished",
            step: 7);
    }

    [Fact]
    public void Key_changes_before_the_epoch_that_matters_are_folded()
    {
        for (var epoch = 1; epoch <= 3; epoch++)
        {
            Step(Session, "BeginSessionKeyRefresh", Started());
            Step(Session, "FinishSessionKeyRefresh", Finished(2 * epoch, epoch));
            Step(Session, $"DecryptionBlt job {epoch}", Submitted(epoch, position: (2 * epoch) + 1, epoch: epoch));
            Step(Session, $"JobEnded job {epoch}", Completed(epoch), Switched(epoch));
        }

        Expect(
            """
              step  time us  session-0
            ... 8 steps
                 9      8.0  BeginSessionKeyRefresh
                             | refresh started
                10      9.0  FinishSessionKeyRefresh
                             | refresh finished at 6: epoch 3 begins
                11     10.0  DecryptionBlt job 3
                             | accepted job 3 at 7, epoch 3
            >   12     11.0  JobEnded job 3
                             | job 3 completed on engine 0
                             | barrier of epoch 3 ends: Refreshed, key 000003
            >>> PlaintextMatches: job 3: byte 0 differs
            """,
            "PlaintextMatches",
            "job 3: byte 0 differs",
            step: 12);
    }

    [Fact]
    public void Barrier_that_never_opens_is_told_with_the_jobs_before_it_and_breaks_at_the_end()
    {
        Step(Session, "DecryptionBlt job 1", Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0, engine: 1));
        Step(Session, "FinishSessionKeyRefresh", Finished(3, epoch: 1));
        Step(Device, "AcquireKeySlot session 0, epoch 1");
        Step(Engine(1), "job 1 of epoch 0", Began(1, key: 0, engine: 1), Hung(engine: 1, job: 1));

        Expect(
            """
              step  time us  session-0  device  engine-1
                 1      0.0  DecryptionBlt job 1
                             | accepted job 1 at 2, epoch 0
                             | job 1 goes to engine 1
                 2      1.0  FinishSessionKeyRefresh
                             | refresh finished at 3: epoch 1 begins
                 3      2.0  |          AcquireKeySlot session 0, epoch 1
                 4      3.0  |          |       job 1 of epoch 0
                             |          |       | engine 1 starts job 1, key 000000
                             |          |       | engine 1 hangs with job 1
            >>> at the end: BarrierOpens: session 0: the barrier of epoch 1 has not opened
            """,
            "BarrierOpens",
            "session 0: the barrier of epoch 1 has not opened",
            step: 0);
    }

    [Fact]
    public void Violation_that_names_nobody_is_about_what_its_step_recorded()
    {
        Step(Session, "DecryptionBlt job 1", Submitted(1, position: 2, epoch: 0));
        Step(Session, "DecryptionBlt job 2", Submitted(2, position: 3, epoch: 0), Dispatched(2, epoch: 0));

        Expect(
            """
              step  time us  session-0
            ... 1 step
            >    2      1.0  DecryptionBlt job 2
                             | accepted job 2 at 3, epoch 0
                             | job 2 goes to engine 0
            >>> Client: it gave up
            """,
            "Client",
            "it gave up",
            step: 2);
    }

    [Fact]
    public void Everything_matters_when_nothing_says_what_it_is_about()
    {
        Step(Client, "Begin");
        Step(Session, "DecryptionBlt job 1", Submitted(1, position: 2, epoch: 0));
        Step("/user/stage", "Ready");

        Expect(
            """
              step  time us  stage  client-0  session-0
                 1      0.0  |      Begin     |
                 2      1.0  |      |         DecryptionBlt job 1
                             |      |         | accepted job 1 at 2, epoch 0
                 3      2.0  Ready  |         |
            >>> at the end: StepLimit: 3 steps, and no end
            """,
            "StepLimit",
            "3 steps, and no end",
            step: 0);
    }

    [Fact]
    public void Long_text_is_broken_within_its_lane()
    {
        Step(
            Engine(1),
            "a message whose name goes on and on, of job 1, until it does not fit",
            new PlaintextCompared(1, "byte 3 of 16 differs, and so do those behind it"));

        Expect(
            """
              step  time us  engine-1
            >    1      0.0  a message whose name goes on and on, of job
                             1, until it does not fit
                             | clear bytes of job 1 are wrong: byte 3 of
                             | 16 differs, and so do those behind it
            >>> PlaintextMatches: job 1: byte 3 of 16 differs, and
                so do those behind it
            """,
            "PlaintextMatches",
            "job 1: byte 3 of 16 differs, and so do those behind it",
            step: 1,
            width: 60);
    }

    [Fact]
    public void Of_more_actors_than_fit_those_stay_that_the_break_follows_from()
    {
        for (var engine = 0; engine < 5; engine++)
            Step(Engine(engine), $"job {engine} of epoch 0", cause: 0);
        Step(Session, "JobEnded job 1", cause: 2);
        Step(Client, "JobCompleted job 1", cause: 6);

        Expect(
            """
              step  time us  client-0  session-0  engine-1  engine-4
            (3 more actors do not fit)
            ... 1 step
                 2      1.0  |         |          job 1 of epoch 0
            ... 2 steps
                 5      4.0  |         |          |         job 4 of epoch 0
                 6      5.0  |         JobEnded job 1       |
            >    7      6.0  JobCompleted job 1   |         |
            >>> StepLimit: 7 steps, and no end
            """,
            "StepLimit",
            "7 steps, and no end",
            step: 7,
            width: 84);
    }

    [Fact]
    public void Actors_of_one_name_are_told_apart_by_their_parents()
    {
        Step("/user/a/worker", "one");
        Step("/user/b/worker", "two");

        Expect(
            """
              step  time us  a/worker  b/worker
                 1      0.0  one       |
                 2      1.0  |         two
            >>> at the end: StepLimit: no end
            """,
            "StepLimit",
            "no end",
            step: 0);
    }

    [Fact]
    public void Account_without_steps_has_its_violation() =>
        Expect(
            """
              step  time us
            >>> at the end: StepLimit: no end
            """,
            "StepLimit",
            "no end",
            step: 0);

    [Theory]
    [InlineData(60)]
    [InlineData(79)]
    [InlineData(120)]
    public void No_line_is_wider_than_asked_for(int width)
    {
        for (var i = 0; i < 200; i++)
            Step(Engine(i % 64), new string('x', i), Submitted(i, position: i, epoch: i), Began(i, key: i, engine: i % 64));

        var text = ScheduleAccount.Render(_steps, new AccountViolation("P", new string('y', 300), 200), width);

        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, width));
    }

    private static string Engine(int engine) => $"/user/device/pool/engine-{engine}";

    private void Step(string actor, string message, params TraceEvent[] events) => Step(actor, message, cause: null, events);

    private void Step(string actor, string message, int? cause, params TraceEvent[] events) =>
        _steps.Add(new AccountStep(_steps.Count + 1, TimeSpan.FromMicroseconds(_steps.Count), actor, message, events, cause));

    private void Expect(string account, string property, string detail, int step, int width = ScheduleAccount.DefaultWidth) =>
        Assert.Equal(account, ScheduleAccount.Render(_steps, new AccountViolation(property, detail, step), width));
}
