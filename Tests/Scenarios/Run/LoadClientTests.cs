using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Sim.Tests.Actors;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

/// <summary>The client against probes that play device, session and director.</summary>
public sealed class LoadClientTests : TestKit
{
    private static readonly byte[] FirstKey = Convert.FromHexString("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static readonly SessionKeyNonce Nonce = SessionKeyNonce.Read([9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6]);
    private static readonly SessionKeyNonce LaterNonce = SessionKeyNonce.Read([1, 1, 1, 1, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6]);

    private readonly JobContent _content = new(seed: 1, sizeMax: 4096);
    private readonly RecordedTrace _recorded = new();
    private readonly TestProbe _device;
    private readonly TestProbe _session;
    private readonly TestProbe _director;

    public LoadClientTests() =>
        (_device, _session, _director) = (CreateTestProbe("device"), CreateTestProbe("session"), CreateTestProbe("director"));

    [Fact]
    public void It_asks_for_a_session_with_the_limits_of_its_group_and_is_ready_when_the_key_is_exchanged()
    {
        var client = Start(Loads.Sessions(1, 1) with { Limits = new SessionLimits(3, 2) });

        Assert.Equal(new SessionLimits(3, 2), Open(client));
        client.Tell(new CryptoSession.KeyExchanged(0, DdiStatus.Ok));

        Assert.Equal(0, _director.ExpectMsg<LoadClient.Ready>().Client);
        _session.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void It_keeps_a_window_of_jobs_in_flight_and_goes_on_with_each_ending()
    {
        var client = Begin(Loads.Sessions(1, 4) with { Window = 2 });

        var first = _session.ExpectMsg<DecryptionBlt>();
        var second = _session.ExpectMsg<DecryptionBlt>();
        _session.ExpectNoMsg(TimeSpan.Zero);
        Complete(client, second);
        var third = _session.ExpectMsg<DecryptionBlt>();

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
        var (good, bad) = (_session.ExpectMsg<DecryptionBlt>(), _session.ExpectMsg<DecryptionBlt>());

        Decrypt(good);
        Decrypt(bad);
        bad.Destination.Span[17] ^= 1;
        Complete(client, good);
        Complete(client, bad);
        _session.ExpectMsg<CloseSession>();

        Assert.Equal(
            [new PlaintextCompared(1, null), new PlaintextCompared(2, "clear bytes differ from byte 17 of 1024 on")],
            _recorded.Events.Cast<PlaintextCompared>());
    }

    [Fact]
    public void An_aborted_job_is_not_compared_and_counts()
    {
        var client = Begin(Loads.Sessions(1, 2) with { Window = 1 });

        client.Tell(new CryptoSession.JobAborted(0, _session.ExpectMsg<DecryptionBlt>().Job, AbortReason.EngineFault));
        client.Tell(new CryptoSession.JobAborted(0, _session.ExpectMsg<DecryptionBlt>().Job, AbortReason.EngineLost));
        _session.ExpectMsg<CloseSession>();

        Assert.Empty(_recorded.Events);
    }

    [Fact]
    public void Behind_a_finish_jobs_are_under_the_key_of_the_last_start()
    {
        var client = Begin(Loads.Sessions(1, 2) with { Refresh = new RefreshSpec { EveryJobs = 1, Starts = 2, Finishes = 2 } });
        var before = _session.ExpectMsg<DecryptionBlt>();
        _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();

        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        _session.ExpectNoMsg(TimeSpan.Zero);
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, LaterNonce));
        _session.ExpectMsg<FinishSessionKeyRefresh>();
        _session.ExpectMsg<FinishSessionKeyRefresh>();
        var behind = _session.ExpectMsg<DecryptionBlt>();

        using var old = new SessionKey(FirstKey);
        using var refreshed = old.Refresh(LaterNonce);
        Assert.Equal(ContentKeyOf(before, old), ContentKeyOf(behind, refreshed));
    }

    [Fact]
    public void Without_content_keys_the_session_key_in_force_encrypts()
    {
        var client = Begin(Loads.Sessions(1, 2) with
        {
            Jobs = Loads.Jobs(2) with { ContentKey = false },
            Refresh = new RefreshSpec { EveryJobs = 1 },
        });
        var before = _session.ExpectMsg<DecryptionBlt>();
        _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        _session.ExpectMsg<FinishSessionKeyRefresh>();
        var behind = _session.ExpectMsg<DecryptionBlt>();

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
        _session.ExpectMsg<DecryptionBlt>();
        for (var refresh = 0; refresh < 2; refresh++)
        {
            _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
            client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
            _session.ExpectMsg<FinishSessionKeyRefresh>();
        }

        _session.ExpectMsg<DecryptionBlt>();
    }

    [Fact]
    public void A_start_that_was_refused_for_its_limit_comes_again_after_an_ending()
    {
        var client = Begin(Loads.Sessions(1, 9) with { Window = 1, Refresh = new RefreshSpec { EveryJobs = 1 } });
        var job = _session.ExpectMsg<DecryptionBlt>();
        _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();

        client.Tell(new CryptoSession.SessionKeyRefreshRefused(0, Misuse.RefreshLimit));
        _session.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
        Complete(client, job);

        _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
    }

    [Fact]
    public void A_start_that_was_refused_while_nothing_is_in_flight_comes_again_by_itself()
    {
        var client = Begin(Loads.Sessions(1, 9) with { Window = 1, Refresh = new RefreshSpec { EveryJobs = 1 } });
        Complete(client, _session.ExpectMsg<DecryptionBlt>());
        _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();

        client.Tell(new CryptoSession.SessionKeyRefreshRefused(0, Misuse.RefreshLimit));

        _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
    }

    [Fact]
    public void A_job_that_was_refused_as_busy_comes_again_as_a_new_job_after_an_ending()
    {
        var client = Begin(Loads.Sessions(1, 2) with { Window = 2 });
        var (first, second) = (_session.ExpectMsg<DecryptionBlt>(), _session.ExpectMsg<DecryptionBlt>());

        client.Tell(new CryptoSession.JobRefused(0, second.Job, JobRefusal.DeviceBusy));
        _session.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
        Complete(client, first);
        var again = _session.ExpectMsg<DecryptionBlt>();
        Decrypt(again);

        Assert.Equal(3, again.Job);
        Assert.True(again.Iv.Iv > second.Iv.Iv);
        Assert.Equal(ClearOf(1), again.Destination.ToArray());
        Complete(client, again);
        _session.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void A_job_that_was_refused_as_busy_while_nothing_is_in_flight_comes_again_by_itself()
    {
        var client = Begin(Loads.Sessions(1, 1));

        client.Tell(new CryptoSession.JobRefused(0, _session.ExpectMsg<DecryptionBlt>().Job, JobRefusal.DeviceBusy));

        Assert.Equal(2, _session.ExpectMsg<DecryptionBlt>().Job);
    }

    [Fact]
    public void After_its_last_job_it_closes_the_session_and_says_so_when_the_session_has_ended()
    {
        var client = Begin(Loads.Sessions(1, 1));
        Watch(client);
        Complete(client, _session.ExpectMsg<DecryptionBlt>());
        _session.ExpectMsg<CloseSession>();
        _director.ExpectNoMsg(TimeSpan.Zero);

        client.Tell(new CryptoSession.SessionEnded(0));

        Assert.Equal(0, _director.ExpectMsg<LoadClient.Ended>().Client);
        ExpectTerminated(client);
    }

    [Fact]
    public void Behind_a_job_it_closes_the_session_and_submits_nothing_more()
    {
        var client = Begin(Loads.Sessions(1, 9), Fault(FaultAction.Close) with { Job = 2 });

        TakeJobs(2);
        _session.ExpectMsg<CloseSession>();
        client.Tell(new CryptoSession.JobAborted(0, 1, AbortReason.SessionClosed));
        client.Tell(new CryptoSession.JobRefused(0, 2, JobRefusal.SessionClosed));
        _session.ExpectNoMsg(TimeSpan.Zero);
        client.Tell(new CryptoSession.SessionEnded(0));

        _director.ExpectMsg<LoadClient.Ended>();
    }

    [Fact]
    public void After_key_loss_it_closes_the_session_when_every_job_has_ended()
    {
        var client = Begin(Loads.Sessions(1, 9), Fault(FaultAction.LoseKey) with { Job = 2 });

        TakeJobs(2);
        _session.ExpectMsg<LoseKey>();
        client.Tell(new CryptoSession.JobAborted(0, 1, AbortReason.KeyLost));
        _session.ExpectNoMsg(TimeSpan.Zero);
        client.Tell(new CryptoSession.JobRefused(0, 2, JobRefusal.KeyLost));

        _session.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void A_fault_strikes_behind_a_start_and_before_its_finish()
    {
        var client = Begin(
            Loads.Sessions(1, 9) with { Window = 1, Refresh = new RefreshSpec { EveryJobs = 1 } }, Fault(FaultAction.LoseKey) with { Start = 1 });

        var job = _session.ExpectMsg<DecryptionBlt>();
        _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        _session.ExpectMsg<LoseKey>();
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        client.Tell(new CryptoSession.JobAborted(0, job.Job, AbortReason.KeyLost));

        _session.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void A_fault_strikes_behind_a_finish()
    {
        var client = Begin(
            Loads.Sessions(1, 9) with { Window = 1, Refresh = new RefreshSpec { EveryJobs = 1, Finishes = 2 } },
            Fault(FaultAction.Close) with { Finish = 1 });

        _session.ExpectMsg<DecryptionBlt>();
        _session.ExpectMsg<CryptoSession.BeginSessionKeyRefresh>();
        client.Tell(new CryptoSession.SessionKeyRefreshStarted(0, Nonce));
        _session.ExpectMsg<FinishSessionKeyRefresh>();

        _session.ExpectMsg<CloseSession>();
    }

    [Fact]
    public void A_fault_strikes_at_its_time_though_nothing_else_happens()
    {
        Begin(Loads.Sessions(1, 9) with { Window = 1 }, Fault(FaultAction.Close) with { At = TimeSpan.FromMilliseconds(30) });

        _session.ExpectMsg<DecryptionBlt>();
        _session.ExpectMsg<CloseSession>();
    }

    [Theory]
    [InlineData(JobRefusal.InvalidLayout)]
    [InlineData(JobRefusal.KeyLost)]
    [InlineData(JobRefusal.SessionClosed)]
    public void A_refusal_that_nothing_explains_is_a_failure(JobRefusal refusal)
    {
        var client = Begin(Loads.Sessions(1, 9));

        client.Tell(new CryptoSession.JobRefused(0, _session.ExpectMsg<DecryptionBlt>().Job, refusal));

        Assert.Equal($"job 1 was refused: {refusal}", _director.ExpectMsg<LoadClient.Failed>().What);
    }

    [Fact]
    public void A_session_that_dies_is_a_failure()
    {
        Begin(Loads.Sessions(1, 9));

        Sys.Stop(_session.Ref);

        Assert.Contains("stopped", _director.ExpectMsg<LoadClient.Failed>().What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_refuses_the_session_or_a_session_that_refuses_the_key_is_a_failure()
    {
        Start(Loads.Sessions(1, 1)).Tell(new Device.SessionRefused(DdiStatus.OutOfMemory));
        Assert.Equal("the device refused a session: OutOfMemory", _director.ExpectMsg<LoadClient.Failed>().What);

        Start(Loads.Sessions(1, 1)).Tell(new CryptoSession.KeyExchanged(0, DdiStatus.InvalidArg));
        Assert.Equal("the session refused the key: InvalidArg", _director.ExpectMsg<LoadClient.Failed>().What);
    }

    private static FaultSpec Fault(FaultAction action) => new() { Action = action, Session = "s" };

    private IActorRef Start(SessionSpec group, FaultSpec? fault = null, int index = 0)
    {
        var trace = new RunTrace(() => TimeSpan.Zero, [_recorded]);
        var run = new LoadRun(_device.Ref, trace, _content, new JobBuffers(1 << 20), group.Count, seed: 1, FirstKey);
        return Sys.ActorOf(LoadClient.Props(
            new LoadClient.Setup(run, new LoadGroup(group, fault is null ? [] : [fault], first: 0), index, _director.Ref)));
    }

    private SessionLimits? Open(IActorRef client)
    {
        _device.ExpectMsg<Device.GetCertificate>();
        using (var device = DeviceKeyPair.CreateSimulated())
            client.Tell(new Device.Certificate(device.PublicKey));
        var asked = _device.ExpectMsg<Device.CreateSession>();
        client.Tell(new Device.SessionCreated(0, _session.Ref));
        _session.ExpectMsg<CryptoSession.NegotiateKeyExchange>();
        return asked.Limits;
    }

    private IActorRef Begin(SessionSpec group, FaultSpec? fault = null, int index = 0)
    {
        var client = Start(group, fault, index);
        Open(client);
        client.Tell(new CryptoSession.KeyExchanged(0, DdiStatus.Ok));
        _director.ExpectMsg<LoadClient.Ready>();
        client.Tell(new LoadClient.Begin(Sys.Scheduler.HighResMonotonicClock));
        return client;
    }

    private List<DecryptionBlt> TakeJobs(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _session.ExpectMsg<DecryptionBlt>())];

    private static void Complete(IActorRef client, DecryptionBlt blt) => client.Tell(new CryptoSession.JobCompleted(0, blt.Job));

    private byte[] ClearOf(long job) => _content.Of(_content.Draw(0, job, 1024, 1024)).ToArray();

    private static void Decrypt(DecryptionBlt blt)
    {
        using var session = new SessionKey(FirstKey);
        using var content = new AesKey(ContentKeyOf(blt, session));
        RangeCipher.Transform(content, blt.Iv, blt.Ranges, blt.Source.Span, blt.Destination.Span);
    }

    private static byte[] Clear(DecryptionBlt blt, AesKey key)
    {
        var clear = new byte[blt.Source.Length];
        RangeCipher.Transform(key, blt.Iv, blt.Ranges, blt.Source.Span, clear);
        return clear;
    }

    private static byte[] ContentKeyOf(DecryptionBlt blt, SessionKey key)
    {
        var (wrapped, contentKey) = (new byte[16], new byte[16]);
        blt.ContentKey!.Value.Write(wrapped);
        key.UnwrapContentKey(wrapped, contentKey);
        return contentKey;
    }
}
