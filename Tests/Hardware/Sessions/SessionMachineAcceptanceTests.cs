using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Which jobs are refused, for what, and in which order the reasons count.</summary>
public sealed class SessionMachineAcceptanceTests
{
    private static readonly WrappedContentKey Content = SampleCalls.ContentKey(1);

    [Fact]
    public void Job_is_refused_in_every_phase_without_a_key()
    {
        var session = new SessionPage();
        Assert.Equal(["job 1 refused: NoSessionKey"], session.Job(1));
        session.Negotiate(1);
        session.LoseKey();
        Assert.Equal(["job 1 refused: KeyLost"], session.Job(1));
        session.Close();
        Assert.Equal(["job 1 refused: SessionClosed"], session.Job(1));
    }

    [Fact]
    public void DeviceBusy_counts_held_jobs_and_ends_with_an_ending()
    {
        var session = SessionPage.Ready(jobs: 3);
        session.Job(1);
        session.Refresh(1);
        session.Job(2);
        session.Job(3);
        Assert.Equal(["job 4 refused: DeviceBusy"], session.Job(4));
        session.Ended(1);
        Assert.Equal("job 4 @7 epoch 1", session.Job(4)[0]);
        Assert.Equal(["job 5 refused: DeviceBusy"], session.Job(5));
    }

    [Fact]
    public void Finish_is_never_busy()
    {
        var session = SessionPage.Ready(jobs: 1, refreshes: 1);
        session.Job(1);
        session.Start(1);
        Assert.Equal(["job 2 refused: DeviceBusy"], session.Job(2));
        Assert.Equal(["finished @4 epoch 1"], session.Finish());
    }

    [Fact]
    public void Job_whose_buffers_or_ranges_do_not_agree_is_refused()
    {
        var session = SessionPage.Ready();
        var memory = new byte[64];
        var job = SampleCalls.Blt(1);
        var tooLong = EncryptedRanges.SubSamples(new SubSample[] { new(16, 17) });
        Assert.Equal(["job 1 refused: InvalidLayout"], session.Step(job with { Destination = new byte[31] }));
        Assert.Equal(["job 1 refused: InvalidLayout"], session.Step(job with { Ranges = tooLong }));
        Assert.Equal(
            ["job 1 refused: InvalidLayout"],
            session.Step(job with { Source = memory.AsMemory(0, 32), Destination = memory.AsMemory(16, 32) }));
        Assert.Equal(
            "job 1 @2 epoch 0",
            session.Step(job with { Source = memory.AsMemory(0, 32), Destination = memory.AsMemory(0, 32) })[0]);
    }

    [Fact]
    public void Number_of_an_unfinished_job_is_refused_and_free_again_after_its_ending()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        Assert.Equal(["job 1 refused: DuplicateJob"], session.Step(SampleCalls.Blt(1, iv: 2)));
        session.Ended(1);
        Assert.Equal("job 1 @3 epoch 0", session.Step(SampleCalls.Blt(1, iv: 2))[0]);
    }

    [Fact]
    public void Reasons_count_in_a_fixed_order()
    {
        var session = SessionPage.Ready(jobs: 1);
        var flawed = SampleCalls.Blt(2, iv: 0, count: ulong.MaxValue);
        session.Step(SampleCalls.Blt(1, iv: 5));

        Assert.Equal(["job 1 refused: DuplicateJob"], session.Step(flawed with { Job = 1, Destination = new byte[1] }));
        Assert.Equal(["job 2 refused: InvalidLayout"], session.Step(flawed with { Destination = new byte[1] }));
        Assert.Equal(["job 2 refused: DeviceBusy"], session.Step(flawed));
        session.Ended(1);
        Assert.Equal(["job 2 refused: IvNotIncreasing"], session.Step(flawed));
        Assert.Equal(
            ["job 2 refused: CounterWrap"], session.Step(flawed with { Iv = new AesCtrIv(6, ulong.MaxValue) }));
    }

    [Fact]
    public void Number_in_use_is_named_before_the_end_of_the_session()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.Close();
        Assert.Equal(["job 1 refused: DuplicateJob"], session.Job(1));
        Assert.Equal(["job 2 refused: SessionClosed"], session.Job(2));
    }

    [Fact]
    public void Iv_of_a_session_key_job_must_grow()
    {
        var session = SessionPage.Ready();
        session.Step(SampleCalls.Blt(1, iv: 5));
        Assert.Equal(["job 2 refused: IvNotIncreasing"], session.Step(SampleCalls.Blt(2, iv: 5)));
        Assert.Equal(["job 2 refused: IvNotIncreasing"], session.Step(SampleCalls.Blt(2, iv: 4)));
        Assert.Equal("job 2 @3 epoch 0", session.Step(SampleCalls.Blt(2, iv: 6))[0]);
    }

    [Fact]
    public void Refused_iv_is_not_remembered()
    {
        var session = SessionPage.Ready(jobs: 1);
        session.Step(SampleCalls.Blt(1, iv: 5));
        Assert.Equal(["job 2 refused: DeviceBusy"], session.Step(SampleCalls.Blt(2, iv: 9)));
        session.Ended(1);
        Assert.Equal("job 2 @3 epoch 0", session.Step(SampleCalls.Blt(2, iv: 6))[0]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Iv_may_start_over_under_a_new_key(bool refresh)
    {
        var session = SessionPage.Ready();
        session.Step(SampleCalls.Blt(1, iv: 5));
        session.Step(SampleCalls.Blt(2, Content, iv: 5));
        if (refresh)
            session.Refresh(1);
        else
            session.Negotiate(2);
        Assert.EndsWith("epoch 1", Assert.Single(session.Step(SampleCalls.Blt(3, iv: 5))), StringComparison.Ordinal);
        Assert.EndsWith("epoch 1", Assert.Single(session.Step(SampleCalls.Blt(4, Content, iv: 5))), StringComparison.Ordinal);
    }

    [Fact]
    public void Count_that_runs_past_its_end_within_a_session_key_job_is_refused()
    {
        var session = SessionPage.Ready();
        Assert.Equal(["job 1 refused: CounterWrap"], session.Step(SampleCalls.Blt(1, count: ulong.MaxValue)));
        Assert.Equal("job 1 @2 epoch 0", session.Step(SampleCalls.Blt(1, count: ulong.MaxValue - 1))[0]);
    }

    [Fact]
    public void Count_of_clear_bytes_does_not_wrap()
    {
        var session = SessionPage.Ready();
        var half = EncryptedRanges.SubSamples(new SubSample[] { new(16, 16) });
        Assert.Equal(
            "job 1 @2 epoch 0", session.Step(SampleCalls.Blt(1, count: ulong.MaxValue) with { Ranges = half })[0]);
    }

    [Fact]
    public void Iv_rules_only_report_for_content_key_jobs()
    {
        var session = SessionPage.Ready();
        session.Step(SampleCalls.Blt(1, Content, iv: 5));
        Assert.Equal(
            ["misuse DecryptionBlt: IvNotIncreasing", "job 2 @3 epoch 0", "job 2 to engine 1"],
            session.Step(SampleCalls.Blt(2, Content, iv: 5)));
        Assert.Equal(
            ["misuse DecryptionBlt: CounterWrap", "job 3 @4 epoch 0", "job 3 to engine 0"],
            session.Step(SampleCalls.Blt(3, Content, iv: 6, count: ulong.MaxValue)));
    }

    [Fact]
    public void Iv_is_remembered_for_each_key_apart()
    {
        var session = SessionPage.Ready();
        session.Step(SampleCalls.Blt(1, iv: 5));
        Assert.Equal("job 2 @3 epoch 0", session.Step(SampleCalls.Blt(2, Content, iv: 3))[0]);
        Assert.Equal("job 3 @4 epoch 0", session.Step(SampleCalls.Blt(3, SampleCalls.ContentKey(2), iv: 3))[0]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Session_needs_limits_of_at_least_one(int jobs, int refreshes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SessionPage(jobs: jobs, refreshes: refreshes));
}
