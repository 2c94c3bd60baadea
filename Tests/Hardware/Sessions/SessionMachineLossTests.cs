using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Keys and content that are lost, and engines that hold no protected jobs.</summary>
public sealed class SessionMachineLossTests
{
    [Fact]
    public void Status_is_told_as_it_is()
    {
        var session = SessionPage.Ready();
        Assert.Equal(["status Ok"], session.Step(CheckSessionStatus.Instance));
        session.LoseKey();
        Assert.Equal(["status KeyLost"], session.Step(CheckSessionStatus.Instance));
        Assert.Equal(["key and content lost"], session.Step(LoseKey.WithContent));
        Assert.Equal(["status KeyAndContentLost"], session.Step(CheckSessionStatus.Instance));
    }

    [Fact]
    public void Content_that_is_lost_with_the_key_is_lost_once_and_stays_lost()
    {
        var session = SessionPage.Ready();
        Assert.Equal(["key and content lost", "zero key 0"], session.Step(LoseKey.WithContent));
        Assert.Empty(session.Step(LoseKey.WithContent));
        Assert.Empty(session.LoseKey());
        Assert.Equal(["status KeyAndContentLost"], session.Step(CheckSessionStatus.Instance));
    }

    [Fact]
    public void Session_that_is_closed_loses_nothing_any_more()
    {
        var session = SessionPage.Ready();
        session.Close();
        Assert.Empty(session.Step(LoseKey.WithContent));
    }

    [Fact]
    public void Job_for_an_engine_that_holds_none_is_refused()
    {
        var session = SessionPage.Ready(engines: 3);
        Assert.Empty(session.Step(new EngineUnfit(1)));
        Assert.Equal(["job 1 refused: EngineUnfit"], session.Step(SampleCalls.Blt(1) with { Engine = 1 }));
        Assert.Equal(["job 1 refused: EngineUnfit"], session.Step(SampleCalls.Blt(1) with { Engine = 3 }));
        Assert.Equal(["job 1 @2 epoch 0", "job 1 to engine 2"], session.Step(SampleCalls.Blt(1) with { Engine = 2 }));
    }

    [Fact]
    public void Jobs_without_an_engine_of_their_own_go_round_those_that_hold_them()
    {
        var session = SessionPage.Ready(engines: 3);
        session.Step(new EngineUnfit(1));
        Assert.Equal("job 1 to engine 0", session.Job(1)[^1]);
        Assert.Equal("job 2 to engine 2", session.Job(2)[^1]);
        Assert.Equal("job 3 to engine 0", session.Job(3)[^1]);
    }

    [Fact]
    public void Barrier_of_markers_counts_only_engines_that_hold_the_jobs()
    {
        var session = new SessionPage(policy: "marker", engines: 3);
        session.Step(new EngineUnfit(1));
        Assert.Equal(["mark 0 to engine 0", "mark 0 to engine 2"], session.Negotiate(1).Where(told => told.StartsWith("mark")));
        session.Refresh(nonce: 2);
        Assert.Empty(session.Step(new KeyMarkerMet(Epoch: 1, Engine: 0)));
        Assert.Contains("switched 1: Refreshed", session.Step(new KeyMarkerMet(Epoch: 1, Engine: 2)));
    }

    [Fact]
    public void Job_for_an_engine_that_has_stopped_ends_aborted()
    {
        var session = SessionPage.Ready();
        session.LoseEngine(1);
        Assert.Equal(["job 1 @2 epoch 0", "job 1 aborted: EngineLost"], session.Step(SampleCalls.Blt(1) with { Engine = 1 }));
    }
}
