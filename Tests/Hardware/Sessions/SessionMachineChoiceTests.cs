using Sim.Hardware.Choices;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Keys that are bound when work starts, or wiped when a session is destroyed: what the choices against Sim's own do.</summary>
public sealed class SessionMachineChoiceTests
{
    private static readonly DdiChoices LateLatch = new() { KeyLatch = KeyLatch.AtExecution };
    private static readonly DdiChoices LateUnwrap = new() { ContentKeyUnwrap = ContentKeyUnwrap.AtExecution };
    private static readonly DdiChoices WipeAtOnce = new() { DestroyInFlight = DestroyInFlight.WipeAtOnce };

    // Keys are sixteen times 1, then 1 xor 2 = 3, then 3 xor 4 = 7.
    private static SessionPage HeldAcrossARefresh(DdiChoices choices, bool contentKey = false)
    {
        var session = SessionPage.Ready(fill: 1, policy: "drain", choices: choices);
        session.Job(1);
        session.Refresh(2);
        session.Step(SampleCalls.Blt(2, contentKey ? SampleCalls.ContentKey(9) : null));
        session.Refresh(4);
        return session;
    }

    [Fact]
    public void A_key_is_bound_at_the_call_unless_chosen_otherwise()
    {
        var session = HeldAcrossARefresh(DdiChoices.Default);

        Assert.Equal(["job 1 completed on 0", "zero key 0", "switched 1: Refreshed", "job 2 to engine 1"], session.Ended(1));
        Assert.Equal(SessionPage.CheckValue(3), session.Latched(2).Key.CheckValue());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_key_may_be_bound_when_work_starts_and_is_then_that_of_another_epoch(bool contentKey)
    {
        var session = HeldAcrossARefresh(LateLatch, contentKey);

        Assert.Equal(["job 1 completed on 0", "zero key 0", "switched 1: Refreshed", "zero key 1", "job 2 to engine 1"], session.Ended(1));
        Assert.Equal(SessionPage.CheckValue(7), session.Latched(2).Key.CheckValue());
        Assert.Equal(1, session.Latched(2).Epoch);
    }

    [Fact]
    public void A_key_that_was_bound_late_stays_until_its_job_has_ended()
    {
        var session = HeldAcrossARefresh(LateLatch);
        session.Ended(1);

        Assert.Equal(["started", "finished @9 epoch 3"], session.Refresh(8));
        Assert.Equal(["job 2 completed on 1", "zero key 2", "switched 2: Refreshed", "switched 3: Refreshed"], session.Ended(2));
    }

    [Fact]
    public void A_content_key_may_be_unwrapped_by_the_key_in_force_when_work_starts()
    {
        var session = HeldAcrossARefresh(LateUnwrap, contentKey: true);
        session.Ended(1);

        Assert.Equal(SessionPage.CheckValue(7), session.Latched(2).Key.CheckValue());
    }

    [Fact]
    public void The_choice_for_content_keys_leaves_jobs_under_the_session_key_alone()
    {
        var session = HeldAcrossARefresh(LateUnwrap);
        session.Ended(1);

        Assert.Equal(SessionPage.CheckValue(3), session.Latched(2).Key.CheckValue());
    }

    [Theory]
    [InlineData("slots")]
    [InlineData("marker")]
    public void Work_that_starts_at_once_has_the_key_of_its_call_either_way(string policy)
    {
        var session = SessionPage.Ready(fill: 1, policy: policy, choices: LateLatch);
        session.Job(1);
        if (policy == "slots")
            session.Granted(epoch: 0, slot: 0);
        session.Refresh(2);

        Assert.Equal(SessionPage.CheckValue(1), session.Latched(1).Key.CheckValue());
    }

    [Fact]
    public void A_destroyed_session_s_key_is_wiped_with_its_last_job_unless_chosen_otherwise()
    {
        var session = SessionPage.Ready();
        session.Job(1);

        Assert.Equal(["closed"], session.Close());
        Assert.Equal(["job 1 aborted: SessionClosed", "zero key 0", "ended"], session.Ended(1));
    }

    [Fact]
    public void A_destroyed_session_s_keys_may_be_wiped_at_once_each_of_them_once()
    {
        var session = SessionPage.Ready(policy: "marker", choices: WipeAtOnce);
        session.Job(1);
        session.Refresh(2);
        session.Job(2);

        var closed = session.Close();
        Assert.Equal(["zero key 0", "zero key 1"], closed.Where(effect => effect.StartsWith("zero", StringComparison.Ordinal)));
        Assert.Equal(["job 1 aborted: SessionClosed"], session.Ended(1));
        Assert.Equal(["job 2 aborted: SessionClosed", "ended"], session.Ended(2));
    }

    [Fact]
    public void A_key_that_was_lost_is_wiped_at_once_only_when_the_session_is_destroyed()
    {
        var session = SessionPage.Ready(choices: WipeAtOnce);
        session.Job(1);

        Assert.Equal(["key lost"], session.LoseKey());
        Assert.Equal(["closed", "zero key 0"], session.Close());
        Assert.Equal(["job 1 aborted: SessionClosed", "ended"], session.Ended(1));
    }
}
