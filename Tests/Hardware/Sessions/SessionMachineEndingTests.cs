using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Close, key loss, engines that fail or stop: each job ends once, each barrier ends once.</summary>
public sealed class SessionMachineEndingTests
{
    [Fact]
    public void Close_of_an_idle_session_ends_it_at_once()
    {
        Assert.Equal(["closed", "ended"], new SessionPage().Close());
        Assert.Equal(["closed", "zero key 0", "ended"], SessionPage.Ready().Close());
    }

    [Fact]
    public void Close_aborts_held_jobs_and_barriers_at_once_and_running_jobs_when_they_stop()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.Refresh(1);
        session.Job(2);
        session.Refresh(2);
        Assert.Equal(
            [
                "closed", "switched 1: SessionClosed", "job 2 aborted: SessionClosed", "zero key 1",
                "switched 2: SessionClosed", "zero key 2",
            ],
            session.Close());
        Assert.Equal(["job 1 aborted: SessionClosed", "zero key 0", "ended"], session.Ended(1));
    }

    [Fact]
    public void Ended_comes_once()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.Job(2);
        session.Close();
        Assert.Equal(["job 2 aborted: SessionClosed"], session.Ended(2));
        Assert.Equal("ended", session.Ended(1)[^1]);
        Assert.Empty(session.Ended(1));
        Assert.Equal(["misuse CloseSession: SessionClosed"], session.Close());
        Assert.Empty(session.LoseKey());
        Assert.Empty(session.LoseEngine(0));
    }

    [Fact]
    public void Key_loss_aborts_held_jobs_and_barriers_at_once_and_running_jobs_when_they_stop()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.Refresh(1);
        session.Job(2);
        Assert.Equal(
            ["key lost", "switched 1: KeyLost", "job 2 aborted: KeyLost", "zero key 1"], session.LoseKey());
        Assert.Equal(["job 1 aborted: KeyLost", "zero key 0"], session.Ended(1));
        Assert.Empty(session.LoseKey());
        Assert.Equal(["closed", "ended"], session.Close());
    }

    [Fact]
    public void Key_loss_between_Start_and_Finish_discards_the_number()
    {
        var session = SessionPage.Ready();
        session.Start(1);
        Assert.Equal(["key lost", "zero key 0"], session.LoseKey());
        Assert.Equal(["misuse FinishSessionKeyRefresh: KeyLost"], session.Finish());
    }

    [Fact]
    public void Close_between_Start_and_Finish_discards_the_number()
    {
        var session = SessionPage.Ready();
        session.Start(1);
        Assert.Equal(["closed", "zero key 0", "ended"], session.Close());
        Assert.Equal(["misuse FinishSessionKeyRefresh: SessionClosed"], session.Finish());
    }

    [Fact]
    public void Key_loss_before_a_key_is_for_good()
    {
        var session = new SessionPage();
        Assert.Equal(["key lost"], session.LoseKey());
        Assert.Equal(["negotiation refused: InvalidArg", "zero key 0"], session.Negotiate(1));
    }

    [Fact]
    public void Session_that_lost_its_key_and_was_closed_ends_with_its_last_job()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.LoseKey();
        Assert.Equal(["closed"], session.Close());
        session.Ended(1);
        Assert.Equal(SessionEffect.Kinds.Ended, session.Effects[^1].Kind);
        Assert.Equal(SessionEffect.Kinds.Aborted, session.Effects[0].Kind);
    }

    [Fact]
    public void Late_answer_of_an_engine_is_ignored_even_when_the_number_is_in_use_again()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        var first = session.Latched(1);
        session.Ended(1);
        Assert.Empty(session.Ended(1));
        session.Step(SampleCalls.Blt(1, iv: 9));
        Assert.Empty(session.Step(new JobEnded(first, Fault: null)));
        Assert.Equal(["job 1 completed on 1"], session.Ended(1));
    }

    [Fact]
    public void Job_goes_to_the_engine_with_the_fewest_unfinished_jobs_of_the_session()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.Job(2);
        session.Ended(2);
        Assert.Equal("job 3 to engine 1", session.Job(3)[^1]);
        session.Ended(1);
        Assert.Equal("job 4 to engine 0", session.Job(4)[^1]);
    }

    [Fact]
    public void Job_on_a_failing_engine_is_aborted_and_its_barrier_opens()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.Refresh(1);
        Assert.Equal(
            ["job 1 aborted: EngineFault", "zero key 0", "switched 1: Refreshed"], session.Ended(1, AbortReason.EngineFault));
        Assert.Equal("job 2 to engine 1", session.Job(2)[^1]);
    }

    [Fact]
    public void Lost_engine_aborts_its_jobs_in_order_and_the_rest_goes_on_elsewhere()
    {
        var session = SessionPage.Ready();
        for (var job = 1; job <= 4; job++)
            session.Job(job);
        session.Refresh(1);
        session.Job(5);
        Assert.Equal(["job 1 aborted: EngineLost", "job 3 aborted: EngineLost"], session.LoseEngine(0));
        Assert.Empty(session.Ended(3));
        session.Ended(2);
        Assert.Equal(
            ["job 4 completed on 1", "zero key 0", "switched 1: Refreshed", "job 5 to engine 1"], session.Ended(4));
        Assert.Equal("job 6 to engine 1", session.Job(6)[^1]);
    }

    [Fact]
    public void Lost_engine_that_held_the_last_old_job_opens_the_barrier_once()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.Refresh(1);
        session.Job(2);
        Assert.Equal(
            ["job 1 aborted: EngineLost", "zero key 0", "switched 1: Refreshed", "job 2 to engine 1"],
            session.LoseEngine(0));
        Assert.Empty(session.LoseEngine(0));
        Assert.Empty(session.Ended(1));
    }

    [Fact]
    public void All_engines_lost_ends_every_job_and_opens_every_barrier()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.LoseEngine(1);
        session.Refresh(1);
        session.Job(2);
        session.Refresh(2);
        session.Job(3);
        Assert.Equal(
            [
                "job 1 aborted: EngineLost", "zero key 0", "switched 1: Refreshed", "job 2 aborted: EngineLost",
                "zero key 1", "switched 2: Refreshed", "job 3 aborted: EngineLost",
            ],
            session.LoseEngine(0));
        Assert.Equal(["job 4 @9 epoch 2", "job 4 aborted: EngineLost"], session.Job(4));
        Assert.Equal(["closed", "zero key 2", "ended"], session.Close());
    }

    [Fact]
    public void All_engines_lost_gives_every_slot_back()
    {
        var session = SessionPage.Ready(policy: "slots", engines: 1);
        session.Job(1);
        session.Granted(0, slot: 0);
        session.Refresh(1);
        session.Job(2);
        Assert.Equal(["job 1 aborted: EngineLost", "zero key 0", "retire 0"], session.LoseEngine(0));
        Assert.Equal(["job 2 aborted: EngineLost", "idle 1"], session.Granted(1, slot: 1));
        Assert.Equal(["closed", "retire 1", "zero key 1", "ended"], session.Close());
    }

    [Fact]
    public void Close_while_a_slot_is_awaited_gives_the_late_slot_back()
    {
        var session = SessionPage.Ready(policy: "slots");
        session.Job(1);
        session.Refresh(1);
        session.Job(2);
        Assert.Equal(
            [
                "key lost", "job 1 aborted: KeyLost", "zero key 0", "switched 1: KeyLost", "job 2 aborted: KeyLost",
                "retire 0", "zero key 1",
            ],
            session.LoseKey());
        Assert.Equal(["retire 0"], session.Granted(0, slot: 0));
    }
}
