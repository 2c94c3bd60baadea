using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Each rule of misuse: what changes (mostly nothing) and what is said.</summary>
public sealed class SessionMachineMisuseTests
{
    [Fact]
    public void Finish_without_Start_changes_nothing()
    {
        var session = SessionPage.Ready();
        Assert.Equal(["misuse FinishSessionKeyRefresh: FinishWithoutStart"], session.Finish());
        Assert.Equal(["job 1 @2 epoch 0", "job 1 to engine 0"], session.Job(1));
        Assert.Equal(SessionPage.CheckValue(1), session.Latched(1).Key.CheckValue());
    }

    [Fact]
    public void Second_Finish_does_not_apply_the_number_again()
    {
        var session = SessionPage.Ready(fill: 0x0f);
        session.Refresh(nonce: 0x30);
        Assert.Equal(["misuse FinishSessionKeyRefresh: FinishWithoutStart"], session.Finish());
        session.Job(1);
        Assert.Equal(1, session.Latched(1).Epoch);
        Assert.Equal(SessionPage.CheckValue(0x3f), session.Latched(1).Key.CheckValue());
    }

    [Fact]
    public void Second_Start_replaces_the_pending_number_and_only_the_newest_is_applied()
    {
        var session = SessionPage.Ready(fill: 0x0f);
        Assert.Equal(["started"], session.Start(0x10));
        Assert.Equal(["misuse StartSessionKeyRefresh: StartReplacesPending", "started"], session.Start(0x20));
        Assert.Equal(SampleCalls.Nonce(0x20), session.Effects[1].Nonce);
        Assert.Equal(["finished @4 epoch 1", "zero key 0", "switched 1: Refreshed"], session.Finish());
        session.Job(1);
        Assert.Equal(SessionPage.CheckValue(0x2f), session.Latched(1).Key.CheckValue());
    }

    [Fact]
    public void Refresh_before_a_key_is_refused()
    {
        var session = new SessionPage();
        Assert.Equal(["misuse StartSessionKeyRefresh: NoSessionKey"], session.Start(1));
        Assert.Equal(["misuse FinishSessionKeyRefresh: NoSessionKey"], session.Finish());
        Assert.Equal(["negotiated @1 epoch 0"], session.Negotiate(1));
        Assert.Equal(["misuse FinishSessionKeyRefresh: FinishWithoutStart"], session.Finish());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(-1)]
    public void Start_with_another_RandomNumberSize_leaves_the_pending_number_alone(int size)
    {
        var session = SessionPage.Ready(fill: 0x0f);
        session.Start(0x10);
        Assert.Equal(
            ["misuse StartSessionKeyRefresh: RandomNumberSize"],
            session.Step(new StartSessionKeyRefresh(size, SampleCalls.Nonce(0x20))));
        Assert.Equal(["finished @3 epoch 1", "zero key 0", "switched 1: Refreshed"], session.Finish());
        session.Job(1);
        Assert.Equal(SessionPage.CheckValue(0x1f), session.Latched(1).Key.CheckValue());
    }

    [Fact]
    public void Start_is_refused_while_as_many_barriers_are_pending_as_may_be()
    {
        var session = SessionPage.Ready(refreshes: 2);
        session.Job(1);
        session.Refresh(1);
        session.Refresh(2);
        Assert.Equal(["misuse StartSessionKeyRefresh: RefreshLimit"], session.Start(3));
        Assert.Equal(["misuse FinishSessionKeyRefresh: FinishWithoutStart"], session.Finish());

        session.Ended(1);
        Assert.Equal(["started"], session.Start(3));
    }

    [Fact]
    public void Finish_always_has_the_room_that_its_Start_reserved()
    {
        var session = SessionPage.Ready(jobs: 1, refreshes: 1);
        session.Job(1);
        session.Start(1);
        session.Start(2);
        Assert.Equal(["finished @5 epoch 1"], session.Finish());
        Assert.Equal(["misuse StartSessionKeyRefresh: RefreshLimit"], session.Start(3));
    }

    [Fact]
    public void Refresh_calls_after_key_loss_and_after_close_say_so()
    {
        var session = SessionPage.Ready();
        session.LoseKey();
        Assert.Equal(["misuse StartSessionKeyRefresh: KeyLost"], session.Start(1));
        Assert.Equal(["misuse FinishSessionKeyRefresh: KeyLost"], session.Finish());
        session.Close();
        Assert.Equal(["misuse StartSessionKeyRefresh: SessionClosed"], session.Start(1));
        Assert.Equal(["misuse FinishSessionKeyRefresh: SessionClosed"], session.Finish());
        Assert.Equal(["misuse CloseSession: SessionClosed"], session.Close());
    }

    [Fact]
    public void Event_that_no_session_knows_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => new SessionPage().Step(new UnknownEvent()));

    private sealed record UnknownEvent : SessionEvent;
}
