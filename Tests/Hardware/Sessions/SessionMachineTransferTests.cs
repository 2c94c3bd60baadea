using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Transfers that several engines decrypt in parts.</summary>
public sealed class SessionMachineTransferTests
{
    [Fact]
    public void Parts_go_to_several_engines_and_the_transfer_ends_with_the_last()
    {
        var session = SessionPage.Ready();
        Assert.Equal(
            ["job 10 @2 epoch 0", "job 11 @3 epoch 0", "job 10 to engine 0", "job 11 to engine 1"], session.Step(Split(7, first: 10)));
        Assert.Equal(["job 11 completed on 1"], session.Ended(11));
        Assert.Equal(["job 10 completed on 0", "transfer 7 complete"], session.Ended(10));
    }

    [Fact]
    public void Transfer_is_aborted_with_any_of_its_parts_and_not_before_the_last_has_ended()
    {
        var session = SessionPage.Ready();
        session.Step(Split(7, first: 10));
        Assert.Equal(["job 10 aborted: EngineHung"], session.Ended(10, AbortReason.EngineHung));
        Assert.Equal(["job 11 completed on 1", "transfer 7 aborted"], session.Ended(11));
    }

    [Fact]
    public void No_key_switch_comes_between_the_parts()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.Refresh(nonce: 2);
        session.Step(Split(7, first: 10));
        session.Refresh(nonce: 3);
        Assert.Equal(1, session.Latched(10).Epoch);
        Assert.Equal(1, session.Latched(11).Epoch);
    }

    [Fact]
    public void Transfer_without_room_for_every_part_is_refused_as_a_whole()
    {
        var session = SessionPage.Ready(jobs: 2);
        session.Job(1);
        Assert.Equal(["job 10 refused: DeviceBusy", "job 11 refused: DeviceBusy"], session.Step(Split(7, first: 10)));
        session.Ended(1);
        Assert.Equal("job 11 to engine 0", session.Step(Split(7, first: 10))[^1]);
    }

    [Fact]
    public void Held_parts_end_when_the_session_is_closed_and_the_transfer_with_them()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.Refresh(nonce: 2);
        session.Step(Split(7, first: 10));
        var closed = session.Close();
        Assert.Contains("job 11 aborted: SessionClosed", closed);
        Assert.Contains("transfer 7 aborted", closed);
    }

    [Fact]
    public void Parts_of_a_lost_engine_abort_the_transfer()
    {
        var session = SessionPage.Ready();
        session.Step(Split(7, first: 10));
        Assert.Equal(["job 11 aborted: EngineLost"], session.LoseEngine(1));
        Assert.Equal(["job 10 completed on 0", "transfer 7 aborted"], session.Ended(10));
    }

    [Fact]
    public void Number_that_is_in_use_refuses_the_whole_transfer()
    {
        var session = SessionPage.Ready();
        session.Job(11);
        Assert.Equal(
            ["job 10 refused: DuplicateJob", "job 11 refused: DuplicateJob"],
            session.Step(TransferSplit.Of(SampleCalls.Blt(7, iv: 20), parts: 2, part => 10 + part)));
    }

    private static SplitBlt Split(long transfer, long first) =>
        TransferSplit.Of(SampleCalls.Blt(transfer), parts: 2, part => first + part);
}
