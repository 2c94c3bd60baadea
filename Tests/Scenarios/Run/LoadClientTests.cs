using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

public sealed class LoadClientTests : ClientTest
{
    [Fact]
    public void It_asks_for_aTheSession_with_the_limits_of_its_group_and_is_ready_when_the_key_is_exchanged()
    {
        var client = Start(Loads.Sessions(1, 1) with { Limits = new SessionLimits(3, 2) });

        Assert.Equal(new SessionLimits(3, 2), Open(client));
        client.Tell(new CryptoSession.KeyExchanged(0, DdiStatus.Ok));

        Assert.Equal(0, TheDirector.ExpectMsg<LoadClient.Ready>().Client);
        TheSession.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void It_keeps_a_window_of_jobs_in_flight_and_goes_on_with_each_ending()
    {
        var client = Begin(Loads.Sessions(1, 4) with { Window = 2 });

        var first = TakeJob();
        var second = TakeJob();
        TheSession.ExpectNoMsg(TimeSpan.Zero);
        Complete(client, second);
        var third = TakeJob();

        Assert.Equal([1L, 2L, 3L], [first.Job, second.Job, third.Job]);
        Assert.True(first.Iv.Iv < second.Iv.Iv && second.Iv.Iv < third.Iv.Iv);
    }

    [Fact]
    public void Job_numbers_of_two_clients_never_meet()
    {
        var group = Loads.Sessions(2, 3) with { Window = 3 };

        Begin(group, index: 0);
        var first = TakeJobs(3);
        Begin(group, index: 1);
        var second = TakeJobs(3);

        Assert.Equal([1, 3, 5], first.Select(job => job.Job));
        Assert.Equal([2, 4, 6], second.Select(job => job.Job));
    }

    [Fact]
    public void Clear_bytes_are_compared_at_each_completion_and_a_difference_is_told_by_its_place()
    {
        var client = Begin(Loads.Sessions(1, 2) with { Window = 2 });
        var (good, bad) = (TakeJob(), TakeJob());

        Decrypt(good);
        Decrypt(bad);
        bad.Destination.Span[17] ^= 1;
        Complete(client, good);
        Complete(client, bad);
        TheSession.ExpectMsg<CloseSession>();

        Assert.Equal(
            [new PlaintextCompared(1, null), new PlaintextCompared(2, "clear bytes differ from byte 17 of 1024 on")],
            Recorded.Events.Cast<PlaintextCompared>());
    }

    [Fact]
    public void An_aborted_job_is_not_compared_and_counts()
    {
        var client = Begin(Loads.Sessions(1, 2) with { Window = 1 });

        client.Tell(new CryptoSession.JobAborted(0, TakeJob().Job, AbortReason.EngineFault));
        client.Tell(new CryptoSession.JobAborted(0, TakeJob().Job, AbortReason.EngineLost));
        TheSession.ExpectMsg<CloseSession>();

        Assert.Empty(Recorded.Events);
    }

    [Fact]
    public void Behind_a_finish_jobs_are_under_the_key_of_the_last_start()
    {
        var client = Begin(Loads.Sessions(1, 2) with { Refresh = new RefreshSpec { EveryJobs = 1, Starts = 2, Finishes = 2 } });
        var before = TakeJob();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();

        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        TheSession.ExpectNoMsg(TimeSpan.Zero);
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, LaterNonce));
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        var behind = TakeJob();

        using var old = new SessionKey(FirstKey);
        using var refreshed = old.Refresh(LaterNonce);
        Assert.Equal(ContentKeyOf(before, old), ContentKeyOf(behind, refreshed));
    }

    [Fact]
    public void WithoutContent_keys_theTheSession_key_in_force_encrypts()
    {
        var client = Begin(Loads.Sessions(1, 2) with
        {
            Jobs = Loads.Jobs(2) with { ContentKey = false },
            Refresh = new RefreshSpec { EveryJobs = 1 },
        });
        var before = TakeJob();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        var behind = TakeJob();

        using var old = new SessionKey(FirstKey);
        using var refreshed = old.Refresh(Nonce);
        Assert.Null(before.ContentKey);
        Assert.Equal(ClearOf(0), Clear(before, old.Cipher));
        Assert.Equal(ClearOf(1), Clear(behind, refreshed.Cipher));
    }

    [Fact]
    public void A_chain_of_refreshes_has_no_job_between()
    {
        var client = Begin(Loads.Sessions(1, 2) with { Refresh = new RefreshSpec { EveryJobs = 1, Chain = 2 } });
        TakeJob();
        for (var refresh = 0; refresh < 2; refresh++)
        {
            TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
            client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
            TheSession.ExpectMsg<FinishSessionKeyRefresh>();
        }

        TakeJob();
    }

    [Fact]
    public void A_start_that_was_refused_for_its_limit_comes_again_after_an_ending()
    {
        var client = Begin(Loads.Sessions(1, 9) with { Window = 1, Refresh = new RefreshSpec { EveryJobs = 1 } });
        var job = TakeJob();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();

        client.Tell(new CryptoSession.SessionKeyRefreshRefused(0, Misuse.RefreshLimit));
        TheSession.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
        Complete(client, job);

        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
    }

    [Fact]
    public void A_start_that_was_refused_while_nothing_is_in_flight_comes_again_by_itself()
    {
        var client = Begin(Loads.Sessions(1, 9) with { Window = 1, Refresh = new RefreshSpec { EveryJobs = 1 } });
        Complete(client, TakeJob());
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();

        client.Tell(new CryptoSession.SessionKeyRefreshRefused(0, Misuse.RefreshLimit));

        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
    }

    [Fact]
    public void A_job_that_was_refused_as_busy_comes_again_as_a_new_job_after_an_ending()
    {
        var client = Begin(Loads.Sessions(1, 2) with { Window = 2 });
        var (first, second) = (TakeJob(), TakeJob());

        client.Tell(new CryptoSession.JobRefused(0, second.Job, JobRefusal.DeviceBusy));
        TheSession.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
        Complete(client, first);
        var again = TakeJob();
        Decrypt(again);

        Assert.Equal(3, again.Job);
        Assert.True(again.Iv.Iv > second.Iv.Iv);
        Assert.Equal(ClearOf(1), again.Destination.ToArray());
        Complete(client, again);
        TheSession.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void A_job_that_was_refused_as_busy_while_nothing_is_in_flight_comes_again_by_itself()
    {
        var client = Begin(Loads.Sessions(1, 1));

        client.Tell(new CryptoSession.JobRefused(0, TakeJob().Job, JobRefusal.DeviceBusy));

        Assert.Equal(2, TakeJob().Job);
    }

    [Fact]
    public void After_its_last_job_it_closes_theTheSession_and_says_so_when_theTheSession_has_ended()
    {
        var client = Begin(Loads.Sessions(1, 1));
        Watch(client);
        Complete(client, TakeJob());
        TheSession.ExpectMsg<CloseSession>();
        TheDirector.ExpectNoMsg(TimeSpan.Zero);

        client.Tell(new CryptoSession.SessionEnded(0));

        Assert.Equal(0, TheDirector.ExpectMsg<LoadClient.Ended>().Client);
        ExpectTerminated(client);
    }

    [Fact]
    public void Behind_a_job_it_closes_theTheSession_and_submits_nothing_more()
    {
        var client = Begin(Loads.Sessions(1, 9), Fault(FaultAction.Close) with { Job = 2 });

        TakeJobs(2);
        TheSession.ExpectMsg<CloseSession>();
        client.Tell(new CryptoSession.JobAborted(0, 1, AbortReason.SessionClosed));
        client.Tell(new CryptoSession.JobRefused(0, 2, JobRefusal.SessionClosed));
        TheSession.ExpectNoMsg(TimeSpan.Zero);
        client.Tell(new CryptoSession.SessionEnded(0));

        TheDirector.ExpectMsg<LoadClient.Ended>();
    }

    [Fact]
    public void After_key_loss_it_closes_theTheSession_when_every_job_has_ended()
    {
        var client = Begin(Loads.Sessions(1, 9), Fault(FaultAction.LoseKey) with { Job = 2 });

        TakeJobs(2);
        TheSession.ExpectMsg<LoseKey>();
        client.Tell(new CryptoSession.JobAborted(0, 1, AbortReason.KeyLost));
        TheSession.ExpectNoMsg(TimeSpan.Zero);
        client.Tell(new CryptoSession.JobRefused(0, 2, JobRefusal.KeyLost));

        TheSession.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void After_key_loss_it_opens_another_session_and_goes_on_where_it_was_if_it_is_to()
    {
        var group = Loads.Sessions(1, 3) with { Window = 1, Reopen = true };
        var client = Begin(Start(Stock(group), new LoadGroup(group, [], first: 0), mayBeStruck: true), group);
        Complete(client, TakeJob());
        var refused = TakeJob();
        client.Tell(new CryptoSession.JobRefused(0, refused.Job, JobRefusal.KeyLost));
        TheSession.ExpectMsg<CloseSession>();
        client.Tell(new CryptoSession.SessionEnded(0));

        Open(client);
        client.Tell(new CryptoSession.KeyExchanged(1, Sim.Hardware.Ddi.DdiStatus.Ok));
        var again = TakeJob();
        Decrypt(again);

        Assert.Equal(ClearOf(job: 1), again.Destination.ToArray());
        Assert.True(again.Iv.Iv > refused.Iv.Iv);
        TheDirector.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Session_that_loses_its_key_before_it_has_any_is_opened_once_more()
    {
        var group = Loads.Sessions(1, 3) with { Window = 1, Reopen = true };
        var client = Begin(Start(Stock(group), new LoadGroup(group, [], first: 0), mayBeStruck: true), group);
        client.Tell(new CryptoSession.JobRefused(0, TakeJob().Job, JobRefusal.KeyLost));
        TheSession.ExpectMsg<CloseSession>();
        client.Tell(new CryptoSession.SessionEnded(0));
        Open(client);
        client.Tell(new CryptoSession.KeyExchanged(1, Sim.Hardware.Ddi.DdiStatus.InvalidArg));
        TheSession.ExpectMsg<CloseSession>();
        client.Tell(new CryptoSession.SessionEnded(1));

        Open(client);
    }

    [Fact]
    public void Client_ends_when_its_device_makes_no_session_any_more()
    {
        var group = Loads.Sessions(1, 3) with { Window = 1, Reopen = true };
        var client = Begin(Start(Stock(group), new LoadGroup(group, [], first: 0), mayBeStruck: true), group);
        client.Tell(new CryptoSession.JobRefused(0, TakeJob().Job, JobRefusal.KeyLost));
        TheSession.ExpectMsg<CloseSession>();
        client.Tell(new CryptoSession.SessionEnded(0));
        TheDevice.FishForMessage(message => message is Device.CreateSession);
        client.Tell(new Device.SessionRefused(Sim.Hardware.Ddi.DdiStatus.DxgiDeviceRemoved));

        TheDirector.ExpectMsg<LoadClient.Ended>();
    }

    [Fact]
    public void A_fault_strikes_behind_a_start_and_before_its_finish()
    {
        var client = Begin(
            Loads.Sessions(1, 9) with { Window = 1, Refresh = new RefreshSpec { EveryJobs = 1 } }, Fault(FaultAction.LoseKey) with { Start = 1 });

        var job = TakeJob();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        TheSession.ExpectMsg<LoseKey>();
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        client.Tell(new CryptoSession.JobAborted(0, job.Job, AbortReason.KeyLost));

        TheSession.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void A_fault_strikes_behind_a_finish()
    {
        var client = Begin(
            Loads.Sessions(1, 9) with { Window = 1, Refresh = new RefreshSpec { EveryJobs = 1, Finishes = 2 } },
            Fault(FaultAction.Close) with { Finish = 1 });

        TakeJob();
        TheSession.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        TheSession.ExpectMsg<FinishSessionKeyRefresh>();

        TheSession.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void A_fault_strikes_at_its_time_though_nothing_else_happens()
    {
        Begin(Loads.Sessions(1, 9) with { Window = 1 }, Fault(FaultAction.Close) with { At = TimeSpan.FromMilliseconds(30) });

        TakeJob();
        TheSession.ExpectMsg<CloseSession>();
    }

    [Theory]
    [InlineData(JobRefusal.InvalidLayout)]
    [InlineData(JobRefusal.KeyLost)]
    [InlineData(JobRefusal.SessionClosed)]
    public void A_refusal_that_nothing_explains_is_a_failure(JobRefusal refusal)
    {
        var client = Begin(Loads.Sessions(1, 9));

        client.Tell(new CryptoSession.JobRefused(0, TakeJob().Job, refusal));

        Assert.Equal($"job 1 was refused: {refusal}", TheDirector.ExpectMsg<LoadClient.Failed>().What);
    }

    [Fact]
    public void ATheSession_that_dies_is_a_failure()
    {
        Begin(Loads.Sessions(1, 9));

        Sys.Stop(TheSession.Ref);

        Assert.Contains("stopped", TheDirector.ExpectMsg<LoadClient.Failed>().What, StringComparison.Ordinal);
    }

    [Fact]
    public void ATheDevice_that_refuses_theTheSession_or_aTheSession_that_refuses_the_key_is_a_failure()
    {
        Start(Loads.Sessions(1, 1)).Tell(new Device.SessionRefused(DdiStatus.OutOfMemory));
        Assert.Equal("the device refused a session: OutOfMemory", TheDirector.ExpectMsg<LoadClient.Failed>().What);

        Start(Loads.Sessions(1, 1)).Tell(new CryptoSession.KeyExchanged(0, DdiStatus.InvalidArg));
        Assert.Equal("the session refused the key: InvalidArg", TheDirector.ExpectMsg<LoadClient.Failed>().What);
    }

    private static FaultSpec Fault(FaultAction action) => new() { Action = action, Session = "s" };
}
