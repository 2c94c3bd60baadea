using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Positions, epochs, and which key each job holds.</summary>
public sealed class SessionMachineLatchingTests
{
    [Fact]
    public void Accepted_commands_are_numbered_and_refused_ones_are_not()
    {
        var session = SessionPage.Ready();
        session.Finish();
        Assert.Equal("job 1 @2 epoch 0", session.Job(1)[0]);
        session.Job(1);
        Assert.Equal(["started"], session.Start(1));
        session.Step(new StartSessionKeyRefresh(8, SampleCalls.Nonce(2)));
        Assert.Equal(["finished @4 epoch 1"], session.Finish());
        Assert.Equal(["job 2 @5 epoch 1"], session.Job(2));
        Assert.Equal(["negotiated @6 epoch 2"], session.Negotiate(7));
        Assert.Equal(["job 3 @7 epoch 2"], session.Job(3));
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Job_before_Finish_keeps_its_key_object_and_one_behind_gets_the_new_key(string policy)
    {
        var session = SessionPage.Ready(fill: 0x0f, policy);
        session.Job(1);
        session.Start(0x30);
        session.Job(2);
        var old = session.Latched(1).Key;
        session.Finish();
        session.Job(3);

        Assert.Same(old, session.Latched(2).Key);
        Assert.Equal(SessionPage.CheckValue(0x0f), old.CheckValue());
        Assert.NotSame(old, session.Latched(3).Key);
        Assert.Equal(SessionPage.CheckValue(0x3f), session.Latched(3).Key.CheckValue());
        Assert.Equal((0, 0, 1), (session.Latched(1).Epoch, session.Latched(2).Epoch, session.Latched(3).Epoch));
    }

    [Fact]
    public void Held_jobs_of_several_epochs_go_on_with_the_key_of_their_own_position()
    {
        var session = SessionPage.Ready(fill: 0x01);
        session.Job(1);
        session.Refresh(0x02);
        session.Job(2);
        session.Refresh(0x04);
        session.Job(3);

        Assert.Equal(
            ["job 1 completed on 0", "zero key 0", "switched 1: Refreshed", "job 2 to engine 1"], session.Ended(1));
        Assert.Equal(SessionPage.CheckValue(0x03), session.Effects[^1].Job!.Key.CheckValue());
        Assert.Equal(
            ["job 2 completed on 1", "zero key 1", "switched 2: Refreshed", "job 3 to engine 0"], session.Ended(2));
        Assert.Equal(SessionPage.CheckValue(0x07), session.Effects[^1].Job!.Key.CheckValue());
        Assert.Equal(SessionPage.CheckValue(0x07), session.Effects[^2].CheckValue);
    }

    [Fact]
    public void Renegotiation_begins_an_epoch_behind_the_jobs_in_flight()
    {
        var session = SessionPage.Ready(fill: 0x01);
        session.Job(1);
        Assert.Equal(["negotiated @3 epoch 1"], session.Negotiate(0x77));
        Assert.Equal(SessionPage.CheckValue(0x77), session.Effects[0].CheckValue);
        session.Job(2);
        Assert.Equal(
            ["job 1 completed on 0", "zero key 0", "switched 1: Renegotiated", "job 2 to engine 1"], session.Ended(1));
        Assert.Equal(SessionPage.CheckValue(0x77), session.Latched(2).Key.CheckValue());
    }

    [Fact]
    public void Renegotiation_drops_the_pending_number()
    {
        var session = SessionPage.Ready();
        session.Start(0x30);
        session.Negotiate(0x77);
        Assert.Equal(["misuse FinishSessionKeyRefresh: FinishWithoutStart"], session.Finish());
        session.Job(1);
        Assert.Equal(SessionPage.CheckValue(0x77), session.Latched(1).Key.CheckValue());
    }

    [Fact]
    public void Negotiation_that_fails_leaves_key_epoch_and_pending_number_alone()
    {
        var session = SessionPage.Ready(fill: 0x0f);
        session.Start(0x30);
        Assert.Equal(["negotiation refused: InvalidArg"], session.Step(new NegotiateKey(Key: null)));
        Assert.Equal(["finished @3 epoch 1", "zero key 0", "switched 1: Refreshed"], session.Finish());
        session.Job(1);
        Assert.Equal(SessionPage.CheckValue(0x3f), session.Latched(1).Key.CheckValue());
    }

    [Fact]
    public void Negotiation_that_is_refused_wipes_the_key_that_it_brought()
    {
        var session = SessionPage.Ready(refreshes: 1);
        session.Job(1);
        session.Refresh(1);
        var key = SampleCalls.Key(9);
        session.Step(new NegotiateKey(key));
        Assert.Equal(SessionEffect.Kinds.NegotiationRefused, session.Effects[0].Kind);
        Assert.Equal(Sim.Hardware.Ddi.DdiStatus.OutOfMemory, session.Effects[0].Status);
        Assert.Same(key, session.Effects[1].Key);

        session.LoseKey();
        Assert.Equal(["negotiation refused: InvalidArg", "zero key 2"], session.Negotiate(9));
        session.Close();
        Assert.Equal(["negotiation refused: InvalidArg", "zero key 2"], session.Negotiate(9));
    }

    [Fact]
    public void Slots_let_old_and_new_epoch_run_side_by_side_and_complete_in_any_order()
    {
        var session = SessionPage.Ready(policy: "slots");
        Assert.Equal(["job 1 @2 epoch 0", "acquire 0"], session.Job(1));
        Assert.Equal(["job 1 to engine 0 slot 0"], session.Granted(0, slot: 0));
        session.Start(1);
        Assert.Equal(["finished @4 epoch 1", "switched 1: Refreshed"], session.Finish());
        Assert.Equal(["job 2 @5 epoch 1", "acquire 1"], session.Job(2));
        Assert.Equal(["job 2 to engine 1 slot 1"], session.Granted(1, slot: 1));
        Assert.Equal(["job 2 completed on 1", "idle 1"], session.Ended(2));
        Assert.Equal(["job 1 completed on 0", "zero key 0", "retire 0"], session.Ended(1));
    }

    [Fact]
    public void First_job_of_an_epoch_programs_its_key()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.Job(2);
        session.Refresh(1);
        session.Job(3);
        session.Job(4);
        Assert.Equal([true, false, false, false], Programming(session, 1, 2, 3, 4));
        session.Ended(1);
        session.Ended(2);
        Assert.Equal([true, false], Programming(session, 3, 4));
    }

    [Fact]
    public void Key_that_was_evicted_from_its_slot_is_programmed_again_and_one_that_is_still_there_is_not()
    {
        var session = SessionPage.Ready(policy: "slots");
        var programming = new List<bool>();
        foreach (var (job, programmed) in new[] { (1, true), (3, false), (5, true) })
        {
            session.Job(job);
            session.Granted(0, slot: 0, programmed);
            session.Job(job + 1);
            programming.AddRange(Programming(session, job, job + 1));
            session.Ended(job);
            session.Ended(job + 1);
        }

        Assert.Equal([true, false, false, false, true, false], programming);
    }

    private static bool[] Programming(SessionPage session, params long[] jobs) =>
        [.. jobs.Select(job => session.Latched(job).ProgramsKey)];

    [Fact]
    public void Sessions_refresh_independently_of_each_other()
    {
        var (one, other) = (SessionPage.Ready(fill: 0x01), SessionPage.Ready(fill: 0x02));
        one.Start(0x10);
        Assert.Equal(["misuse FinishSessionKeyRefresh: FinishWithoutStart"], other.Finish());
        one.Finish();
        one.Job(1);
        other.Job(2);
        Assert.Equal(SessionPage.CheckValue(0x11), one.Latched(1).Key.CheckValue());
        Assert.Equal(SessionPage.CheckValue(0x02), other.Latched(2).Key.CheckValue());
    }
}
