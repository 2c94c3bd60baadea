using FsCheck;
using FsCheck.Fluent;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Content keys that are wrapped under another session key than the one in force.</summary>
public sealed class StaleWrapTests
{
    private static readonly WrappedContentKey Content = SampleCalls.ContentKey(1);

    [Fact]
    public void Wrap_of_the_old_key_is_refused_behind_the_Finish_and_not_before()
    {
        var session = SessionPage.Ready();
        Assert.Equal("job 1 @2 epoch 0", session.Step(Wrapped(1, epoch: 0))[0]);
        session.Start(1);
        Assert.Equal("job 2 @4 epoch 0", session.Step(Wrapped(2, epoch: 0))[0]);
        session.Finish();
        Assert.Equal(["job 3 refused: StaleContentKey"], session.Step(Wrapped(3, epoch: 0)));
        Assert.EndsWith("epoch 1", session.Step(Wrapped(3, epoch: 1))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Wrap_of_the_old_key_is_refused_behind_a_negotiation()
    {
        var session = SessionPage.Ready();
        session.Negotiate(2);
        Assert.Equal(["job 1 refused: StaleContentKey"], session.Step(Wrapped(1, epoch: 0)));
    }

    [Fact]
    public void Finish_without_a_Start_makes_no_wrap_stale()
    {
        var session = SessionPage.Ready();
        session.Finish();
        Assert.EndsWith("epoch 0", session.Step(Wrapped(1, epoch: 0))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Wrap_of_a_key_to_come_is_refused() =>
        Assert.Equal(["job 1 refused: StaleContentKey"], SessionPage.Ready().Step(Wrapped(1, epoch: 1)));

    [Fact]
    public void Wrap_that_names_no_epoch_is_accepted()
    {
        var session = SessionPage.Ready();
        session.Refresh(1);
        Assert.EndsWith("epoch 1", session.Step(SampleCalls.Blt(1, Content))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Epoch_of_a_wrap_says_nothing_about_a_job_without_one()
    {
        var session = SessionPage.Ready();
        session.Refresh(1);
        Assert.EndsWith("epoch 1", session.Step(SampleCalls.Blt(1) with { WrapEpoch = 0 })[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Job_that_was_submitted_before_the_Finish_keeps_its_key()
    {
        var session = SessionPage.Ready();
        session.Step(Wrapped(1, epoch: 0));
        var key = session.Latched(1).Key;
        var latched = key.CheckValue();
        session.Refresh(1);
        Assert.Equal(["job 2 refused: StaleContentKey"], session.Step(Wrapped(2, epoch: 0)));
        Assert.Same(key, session.Latched(1).Key);
        Assert.Equal(latched, session.Latched(1).Key.CheckValue());
    }

    [Fact]
    public void Stale_wrap_is_named_before_a_session_that_is_busy_since_waiting_does_not_help()
    {
        var session = SessionPage.Ready(jobs: 1);
        session.Job(1);
        session.Refresh(1);
        Assert.Equal(["job 2 refused: StaleContentKey"], session.Step(Wrapped(2, epoch: 0)));
        Assert.Equal(["job 2 refused: DeviceBusy"], session.Step(Wrapped(2, epoch: 1)));
    }

    [Fact]
    public void One_stale_part_refuses_the_whole_transfer()
    {
        var session = SessionPage.Ready();
        session.Refresh(1);
        Assert.Equal(
            ["job 1 refused: StaleContentKey", "job 2 refused: StaleContentKey"],
            session.Step(new SplitBlt(1, [Wrapped(1, epoch: 1), Wrapped(2, epoch: 0)])));
    }

    [Fact]
    public void Only_the_wrap_of_the_epoch_in_force_is_accepted() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 5).ToArbitrary(),
        Gen.Choose(-1, 6).ToArbitrary(),
        (refreshes, epoch) =>
        {
            var session = SessionPage.Ready(refreshes: 8);
            for (var i = 0; i < refreshes; i++)
                session.Refresh((byte)(i + 1));
            var happened = session.Step(Wrapped(1, epoch));
            return refreshes == epoch
                ? happened[0].EndsWith($"epoch {epoch}", StringComparison.Ordinal)
                : happened is ["job 1 refused: StaleContentKey"];
        }));

    private static DecryptionBlt Wrapped(long job, int epoch) => SampleCalls.Blt(job, Content) with { WrapEpoch = epoch };
}
