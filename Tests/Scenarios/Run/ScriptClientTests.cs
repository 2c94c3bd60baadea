using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

public sealed class ScriptClientTests : ClientTest
{
    [Fact]
    public void Session_that_has_its_key_from_the_beginning_gets_it_without_an_exchange()
    {
        var client = Start(Loads.Script("job"));

        using var first = new SessionKey(FirstKey);
        Assert.Equal(first.CheckValue(), OpenInstalled(client).CheckValue());
        client.Tell(new CryptoSession.KeyExchanged(0, Sim.Hardware.Ddi.DdiStatus.Ok));

        Assert.Equal(new LoadClient.Ready(0, TheSession.Ref), TheDirector.ExpectMsg<LoadClient.Ready>());
        TheDevice.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Session_without_a_key_gets_it_by_exchange()
    {
        Begin(Loads.Script("job") with { Negotiated = false });

        TakeJob();
    }

    [Fact]
    public void Commands_come_in_their_order_and_the_session_is_closed_when_the_last_job_has_ended()
    {
        var client = Begin(Loads.Script("job, start, job, start"));
        var first = TakeJob();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        var second = TakeJob();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();

        Complete(client, second);
        TheSession.ExpectNoMsg(TimeSpan.Zero);
        Complete(client, first);
        TheSession.ExpectMsg<CloseSession>();
        TheDirector.ExpectNoMsg(TimeSpan.Zero);
        client.Tell(new CryptoSession.SessionEnded(0));

        Assert.Equal(0, TheDirector.ExpectMsg<LoadClient.Ended>().Client);
        Assert.Equal([1L, 2L], [first.Job, second.Job]);
        Assert.True(first.Iv.Iv < second.Iv.Iv);
    }

    [Fact]
    public void Script_without_jobs_ends_too()
    {
        Begin(Loads.Script("finish"));

        TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        TheSession.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void Session_is_opened_again_where_the_script_says_so_and_the_script_goes_on_with_its_key()
    {
        var client = Begin(Loads.Script("job, reopen, job"));
        var first = TakeJob();
        TheSession.ExpectMsg<CloseSession>();
        client.Tell(new CryptoSession.JobAborted(0, first.Job, AbortReason.SessionClosed));
        client.Tell(new CryptoSession.SessionEnded(0));
        OpenInstalled(client);
        TheSession.ExpectNoMsg(TimeSpan.Zero);
        client.Tell(new CryptoSession.KeyExchanged(1, Sim.Hardware.Ddi.DdiStatus.Ok));

        var second = TakeJob();
        Assert.True(second.Iv.Iv > first.Iv.Iv);
        TheDirector.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Platform_does_to_the_device_what_the_script_says()
    {
        Begin(Loads.Script("teardown, suspend, resume"));

        TheDevice.ExpectMsg<Device.Teardown>();
        TheDevice.ExpectMsg<Device.Suspend>();
        TheDevice.ExpectMsg<Device.Resume>();
    }

    [Fact]
    public void Job_beyond_the_window_waits_for_an_ending_and_so_does_what_is_behind_it()
    {
        var client = Begin(Loads.Script("job, job, job, start") with { Window = 2 });
        var jobs = TakeJobs(2);
        TheSession.ExpectNoMsg(TimeSpan.FromMilliseconds(20));

        client.Tell(new CryptoSession.JobAborted(0, jobs[1].Job, AbortReason.EngineFault));

        Assert.Equal(3, TakeJob().Job);
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Finish_waits_for_the_random_number_and_what_is_behind_it_is_under_the_new_key(bool contentKey)
    {
        var spec = Loads.Script("job, start, job, finish, job");
        var client = Begin(spec with { Jobs = spec.Jobs with { ContentKey = contentKey } });
        var before = TakeJob();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        var between = TakeJob();
        TheSession.ExpectNoMsg(TimeSpan.FromMilliseconds(20));

        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        var behind = TakeJob();

        using var old = new SessionKey(FirstKey);
        using var refreshed = old.Refresh(Nonce);
        AssertUnder(old, before, job: 0);
        AssertUnder(old, between, job: 1);
        AssertUnder(refreshed, behind, job: 2);
    }

    [Fact]
    public void Second_finish_is_called_at_once_and_changes_no_key()
    {
        var client = Begin(Loads.Script("start, finish, finish, job"));
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();

        using var old = new SessionKey(FirstKey);
        using var refreshed = old.Refresh(Nonce);
        AssertUnder(refreshed, TakeJob(), job: 0);
    }

    [Fact]
    public void Of_two_starts_both_are_waited_for_and_the_last_number_counts()
    {
        var client = Begin(Loads.Script("start, start, finish, job"));
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        TheSession.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, LaterNonce));
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();

        using var old = new SessionKey(FirstKey);
        using var refreshed = old.Refresh(LaterNonce);
        AssertUnder(refreshed, TakeJob(), job: 0);
    }

    [Fact]
    public void Start_that_is_refused_for_its_limit_is_not_called_again_and_its_finish_changes_no_key()
    {
        var client = Begin(Loads.Script("start, finish, job"));
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        client.Tell(new CryptoSession.SessionKeyRefreshRefused(0, Misuse.RefreshLimit));
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();

        using var old = new SessionKey(FirstKey);
        AssertUnder(old, TakeJob(), job: 0);
    }

    [Fact]
    public void Job_that_is_refused_as_busy_comes_again_after_an_ending_as_a_new_job_under_the_key_at_its_new_position()
    {
        var client = Begin(Loads.Script("job, job, start, finish, job"));
        var (first, second) = (TakeJob(), TakeJob());
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        client.Tell(new CryptoSession.JobRefused(0, second.Job, JobRefusal.DeviceBusy));
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        TheSession.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
        Complete(client, first);
        var again = TakeJob();
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        var last = TakeJob();

        using var old = new SessionKey(FirstKey);
        using var refreshed = old.Refresh(Nonce);
        Assert.Equal([1L, 2L, 3L, 4L], [first.Job, second.Job, again.Job, last.Job]);
        Assert.True(again.Iv.Iv > second.Iv.Iv);
        AssertUnder(old, again, job: 1);
        AssertUnder(refreshed, last, job: 2);
    }

    [Fact]
    public void Job_that_is_refused_as_busy_behind_a_finish_is_under_the_key_behind_it()
    {
        var client = Begin(Loads.Script("job, job, start, finish"));
        var (first, second) = (TakeJob(), TakeJob());
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        client.Tell(new CryptoSession.JobRefused(0, second.Job, JobRefusal.DeviceBusy));
        Complete(client, first);

        using var old = new SessionKey(FirstKey);
        using var refreshed = old.Refresh(Nonce);
        AssertUnder(refreshed, TakeJob(), job: 1);
    }

    [Fact]
    public void Clear_bytes_are_compared_at_each_completion_and_a_difference_is_told_by_its_place()
    {
        var client = Begin(Loads.Script("job, job, job"));
        var jobs = TakeJobs(3);

        Decrypt(jobs[0]);
        Decrypt(jobs[1]);
        jobs[1].Destination.Span[17] ^= 1;
        Complete(client, jobs[0]);
        Complete(client, jobs[1]);
        client.Tell(new CryptoSession.JobAborted(0, jobs[2].Job, AbortReason.EngineHung));
        TheSession.ExpectMsg<CloseSession>();

        Assert.Equal(
            [new PlaintextCompared(1, null), new PlaintextCompared(2, "clear bytes differ from byte 17 of 64 on")],
            Recorded.Events.Cast<PlaintextCompared>());
    }

    [Fact]
    public void Behind_a_loss_of_the_key_calls_go_on_and_may_be_refused()
    {
        var client = Begin(Loads.Script("job, loseKey, job, start, finish"));
        var first = TakeJob();
        TheSession.ExpectMsg<LoseKey>();
        var second = TakeJob();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();

        client.Tell(new CryptoSession.JobAborted(0, first.Job, AbortReason.KeyLost));
        client.Tell(new CryptoSession.JobRefused(0, second.Job, JobRefusal.KeyLost));
        TheSession.ExpectNoMsg(TimeSpan.Zero);
        client.Tell(new CryptoSession.SessionKeyRefreshRefused(0, Misuse.KeyLost));

        TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        TheSession.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void Script_that_closes_the_session_goes_on_and_closes_it_no_second_time_by_itself()
    {
        var client = Begin(Loads.Script("job, close, job, start"));
        var first = TakeJob();
        TheSession.ExpectMsg<CloseSession>();
        var second = TakeJob();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();

        client.Tell(new CryptoSession.JobRefused(0, second.Job, JobRefusal.SessionClosed));
        client.Tell(new CryptoSession.SessionKeyRefreshRefused(0, Misuse.SessionClosed));
        client.Tell(new CryptoSession.JobAborted(0, first.Job, AbortReason.SessionClosed));
        client.Tell(new CryptoSession.SessionEnded(0));

        TheDirector.ExpectMsg<LoadClient.Ended>();
        TheSession.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Session_that_ends_early_ends_the_script()
    {
        var client = Begin(Loads.Script("close, start, finish, job"));
        TheSession.ExpectMsg<CloseSession>();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();

        client.Tell(new CryptoSession.SessionEnded(0));
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));

        TheDirector.ExpectMsg<LoadClient.Ended>();
        TheSession.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public void Another_key_is_waited_for_and_drops_the_number_that_was_pending()
    {
        var client = Begin(Loads.Script("start, job, renegotiate, job, finish, job"));
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        var before = TakeJob();
        using var other = TheSession.ExpectMsg<NegotiateKey>().Key!;
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        TheSession.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
        client.Tell(new CryptoSession.KeyExchanged(0, DdiStatus.Ok));

        using var first = new SessionKey(FirstKey);
        Assert.NotEqual(first.CheckValue(), other.CheckValue());
        AssertUnder(first, before, job: 0);
        AssertUnder(other, TakeJob(), job: 1);
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        AssertUnder(other, TakeJob(), job: 2);
        TheDirector.ExpectNoMsg(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(DdiStatus.OutOfMemory, "job, renegotiate, job")]
    [InlineData(DdiStatus.InvalidArg, "job, loseKey, renegotiate, job")]
    public void Another_key_that_is_refused_for_a_reason_changes_nothing(DdiStatus status, string script)
    {
        var client = Begin(Loads.Script(script));
        TakeJob();
        TheSession.FishForMessage(message => message is NegotiateKey);
        client.Tell(new CryptoSession.KeyExchanged(0, status));

        using var first = new SessionKey(FirstKey);
        AssertUnder(first, TakeJob(), job: 1);
    }

    [Fact]
    public void Another_key_that_is_refused_without_a_reason_is_a_failure()
    {
        var client = Begin(Loads.Script("renegotiate"));
        TheSession.ExpectMsg<NegotiateKey>();

        client.Tell(new CryptoSession.KeyExchanged(0, DdiStatus.InvalidArg));

        Assert.Equal("the session refused another key: InvalidArg", TheDirector.ExpectMsg<LoadClient.Failed>().What);
    }

    [Fact]
    public void Session_is_not_closed_before_the_answer_to_another_key()
    {
        var client = Begin(Loads.Script("renegotiate"));
        TheSession.ExpectMsg<NegotiateKey>();
        TheSession.ExpectNoMsg(TimeSpan.FromMilliseconds(20));

        client.Tell(new CryptoSession.KeyExchanged(0, DdiStatus.Ok));

        TheSession.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void Job_that_breaks_a_rule_of_ivs_may_be_refused_and_is_not_submitted_again()
    {
        var client = Begin(Loads.Script("job, reuseIv, wrapCounter, job"));
        var jobs = TakeJobs(4);

        client.Tell(new CryptoSession.JobRefused(0, jobs[1].Job, JobRefusal.IvNotIncreasing));
        client.Tell(new CryptoSession.JobRefused(0, jobs[2].Job, JobRefusal.CounterWrap));
        Complete(client, jobs[0]);
        Complete(client, jobs[3]);

        TheSession.ExpectMsg<CloseSession>();
        Assert.Equal(jobs[0].Iv, jobs[1].Iv);
        Assert.Equal(ulong.MaxValue, jobs[2].Iv.Count);
        Assert.True(jobs[3].Iv.Iv > jobs[2].Iv.Iv && jobs[2].Iv.Iv > jobs[0].Iv.Iv);
    }

    [Fact]
    public void Stale_wrap_is_that_of_the_epoch_before_and_may_be_refused()
    {
        var client = Begin(Loads.Script("staleWrap, job, renegotiate, staleWrap, job") with { Jobs = new JobSpec { ContentKey = true } });
        var before = TakeJobs(2);
        TheSession.ExpectMsg<NegotiateKey>();
        client.Tell(new CryptoSession.KeyExchanged(0, DdiStatus.Ok));
        var behind = TakeJobs(2);

        client.Tell(new CryptoSession.JobRefused(0, behind[0].Job, JobRefusal.StaleContentKey));
        foreach (var job in (DecryptionBlt[])[before[0], before[1], behind[1]])
            Complete(client, job);

        TheSession.ExpectMsg<CloseSession>();
        Assert.Equal(before[1].ContentKey, before[0].ContentKey);
        Assert.Equal(before[1].ContentKey, behind[0].ContentKey);
        Assert.NotEqual(before[1].ContentKey, behind[1].ContentKey);
        Assert.Equal<int?>([0, null, 0, null], [.. before.Concat(behind).Select(job => job.WrapEpoch)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Wait_for_a_fence_is_for_all_jobs_so_far_and_the_script_goes_on_with_either_answer(bool isReached)
    {
        var client = Begin(OnEngine("job, job, waitFence, job, waitFence", 3));
        var jobs = TakeJobs(2);
        Assert.Equal(new EngineFence.Wait(3, 2), TheDevice.ExpectMsg<EngineFence.Wait>());
        Complete(client, jobs[0]);
        client.Tell(new EngineFence.Reached(3, 1));
        TheSession.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
        client.Tell(isReached ? new EngineFence.Reached(3, 2) : new EngineFence.Lost(3, 2));

        Complete(client, TakeJob());
        Complete(client, jobs[1]);
        Assert.Equal(new EngineFence.Wait(3, 3), TheDevice.ExpectMsg<EngineFence.Wait>());
        TheSession.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
        client.Tell(isReached ? new EngineFence.Reached(3, 3) : new EngineFence.Lost(3, 3));
        TheSession.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void Wait_for_a_fence_does_not_wait_for_a_job_that_is_refused()
    {
        var client = Begin(OnEngine("job, reuseIv, waitFence, reuseIv, waitFence, job", 0));
        var jobs = TakeJobs(2);
        Assert.Equal(2UL, TheDevice.ExpectMsg<EngineFence.Wait>().Value);
        client.Tell(new CryptoSession.JobRefused(0, jobs[1].Job, JobRefusal.IvNotIncreasing));

        TakeJob();
        Assert.Equal(2UL, TheDevice.ExpectMsg<EngineFence.Wait>().Value);
    }

    [Fact]
    public void Wait_for_a_fence_does_not_wait_for_a_job_that_lost_its_key()
    {
        var client = Begin(OnEngine("job, waitFence", 0));
        var job = TakeJob();
        TheDevice.ExpectMsg<EngineFence.Wait>();

        client.Tell(new CryptoSession.JobAborted(0, job.Job, AbortReason.KeyLost));

        TheSession.ExpectMsg<CloseSession>();
    }

    [Theory]
    [InlineData(JobRefusal.IvNotIncreasing)]
    [InlineData(JobRefusal.StaleContentKey)]
    [InlineData(JobRefusal.InvalidLayout)]
    [InlineData(JobRefusal.KeyLost)]
    [InlineData(JobRefusal.SessionClosed)]
    [InlineData(JobRefusal.DeviceBusy)]
    public void Refusal_that_nothing_explains_is_a_failure(JobRefusal refusal)
    {
        var client = Begin(Loads.Script("job"));

        client.Tell(new CryptoSession.JobRefused(0, TakeJob().Job, refusal));

        Assert.Equal($"job 1 was refused: {refusal}", TheDirector.ExpectMsg<LoadClient.Failed>().What);
    }

    [Fact]
    public void Refused_refresh_that_nothing_explains_is_a_failure()
    {
        var client = Begin(Loads.Script("start, finish"));

        client.Tell(new CryptoSession.SessionKeyRefreshRefused(0, Misuse.KeyLost));

        Assert.Equal("the session refused a refresh: KeyLost", TheDirector.ExpectMsg<LoadClient.Failed>().What);
    }

    [Fact]
    public void Where_others_may_strike_the_session_it_may_be_gone_at_any_time()
    {
        var spec = Loads.Script("job, start, finish, job");
        var client = Begin(Start(Stock(spec), new LoadGroup(spec, [], first: 0), mayBeStruck: true), spec);

        client.Tell(new CryptoSession.JobRefused(0, TakeJob().Job, JobRefusal.KeyLost));
        client.Tell(new CryptoSession.SessionKeyRefreshRefused(0, Misuse.KeyLost));
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        client.Tell(new CryptoSession.JobRefused(0, TakeJob().Job, JobRefusal.KeyLost));

        TheSession.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void One_stock_serves_one_run_after_the_other_wherever_the_last_one_stopped()
    {
        var spec = Loads.Script("job, job, start, finish, job");
        var (stock, group) = (Stock(spec), new LoadGroup(spec, [], first: 0));
        Begin(Start(stock, group), spec);
        var left = TakeJobs(2);
        var sent = left.Select(job => (job.Job, job.Iv, job.ContentKey, Convert.ToHexString(job.Source.Span))).ToList();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();

        var client = Begin(Start(stock, group), spec);
        var jobs = TakeJobs(2);
        Assert.Equal(sent, jobs.Select(job => (job.Job, job.Iv, job.ContentKey, Convert.ToHexString(job.Source.Span))));
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        TakeJob();
    }

    [Fact]
    public void Job_of_an_earlier_run_is_submitted_by_the_same_call_and_encrypted_as_then()
    {
        var spec = Loads.Script("job");
        var (stock, group) = (Stock(spec), new LoadGroup(spec, [], first: 0));
        Begin(Start(stock, group), spec);
        var first = TakeJob();
        Decrypt(first);

        Begin(Start(stock, group), spec);
        var again = TakeJob();

        Assert.Same(first, again);
        Decrypt(again);
        Assert.Equal(ClearOf(job: 0, 64), again.Destination.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Job_whose_key_differs_from_that_of_the_run_before_is_under_its_own(bool contentKey)
    {
        var spec = Loads.Script("start, finish, job");
        spec = spec with { Jobs = spec.Jobs with { ContentKey = contentKey } };
        var (stock, group) = (Stock(spec), new LoadGroup(spec, [], first: 0));
        using var old = new SessionKey(FirstKey);
        foreach (var nonce in new[] { Nonce, LaterNonce, Nonce })
        {
            var client = Begin(Start(stock, group), spec);
            TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
            client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, nonce));
            TheSession.ExpectMsg<FinishSessionKeyRefresh>();
            using var refreshed = old.Refresh(nonce);
            AssertUnder(refreshed, TakeJob(), job: 0);
        }
    }

    [Fact]
    public void Jobs_beyond_those_whose_places_are_kept_take_turns_in_few()
    {
        var spec = Loads.Script("job, job, job, job") with { Window = 1 };
        spec = spec with { Jobs = spec.Jobs with { SizeMin = 1 << 19, SizeMax = 1 << 19 } };
        var stock = new LoadStock(new JobContent(1, 1 << 19), new JobBuffers(1 << 20), 1, seed: 1, FirstKey);
        var client = Begin(Start(stock, new LoadGroup(spec, [], first: 0)), spec);
        var places = new List<object>();
        for (var job = 0; job < 4; job++)
        {
            var blt = TakeJob();
            places.Add(blt.Completion!);
            Complete(client, blt);
        }

        Assert.Equal(3, places.Distinct().Count());
        Assert.Same(places[2], places[3]);
    }

    private static SessionSpec OnEngine(string script, int engine)
    {
        var spec = Loads.Script(script);
        return spec with { Jobs = spec.Jobs with { Engine = engine } };
    }

    private void AssertUnder(SessionKey key, DecryptionBlt blt, long job)
    {
        using var content = new AesKey();
        if (blt.ContentKey is not null)
            content.Load(ContentKeyOf(blt, key));
        Assert.Equal(ClearOf(job, 64), Clear(blt, blt.ContentKey is null ? key.Cipher : content));
    }
}
