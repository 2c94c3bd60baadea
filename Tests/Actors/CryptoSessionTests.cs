using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;
using Sim.Actors;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Actors;

public class CryptoSessionTests : TestKit
{
    private int _completed;

    public CryptoSessionTests()
    {
    }

    protected CryptoSessionTests(Config config)
        : base(config)
    {
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Jobs_before_and_behind_a_finish_each_use_their_own_key(string policy)
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client, new PolicyMachines(policy));
        var session = rig.OpenNegotiatedSession();
        var key = DeviceRig.FirstKey;
        var jobs = new List<(DecryptionBlt Blt, byte[] Clear)>();
        for (var refresh = 0; refresh < 3; refresh++)
        {
            for (var i = 0; i < 4; i++)
            {
                jobs.Add(DeviceRig.JobOf(jobs.Count + 1, key));
                session.Tell(jobs[^1].Blt, client);
            }

            key = RefreshCollecting(client, session, key);
        }

        for (var missing = jobs.Count - _completed; missing > 0; missing--)
            client.ExpectMsg<CryptoSession.JobCompleted>();
        Assert.All(jobs, job => Assert.Equal(job.Clear, job.Blt.Destination.ToArray()));
        session.Tell(CloseSession.Instance, client);
        client.ExpectMsg<CryptoSession.SessionEnded>();
        rig.NothingIsViolated();
    }

    [Fact]
    public void A_packet_that_does_not_open_is_refused_and_nothing_changes()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client);
        var session = rig.OpenSession();

        session.Tell(new CryptoSession.NegotiateKeyExchange(new byte[256]), client);

        Assert.Equal(DdiStatus.InvalidArg, client.ExpectMsg<CryptoSession.KeyExchanged>().Status);
        session.Tell(DeviceRig.JobOf(1, DeviceRig.FirstKey).Blt, client);
        Assert.Equal(JobRefusal.NoSessionKey, client.ExpectMsg<CryptoSession.JobRefused>().Reason);
    }

    [Fact]
    public void A_key_may_be_handed_over_unwrapped_and_again_at_a_renegotiation()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client);
        var session = rig.OpenSession();
        foreach (var number in new byte[] { 1, 2 })
        {
            var bytes = Enumerable.Repeat(number, SessionKey.Size).ToArray();
            session.Tell(new NegotiateKey(new SessionKey(bytes)), client);
            Assert.Equal(DdiStatus.Ok, client.ExpectMsg<CryptoSession.KeyExchanged>().Status);
            var (blt, clear) = DeviceRig.JobOf(number, bytes);
            session.Tell(blt, client);
            client.ExpectMsg<CryptoSession.JobCompleted>();
            Assert.Equal(clear, blt.Destination.ToArray());
        }

        Assert.Equal([0, 1], rig.Recorded.Events.OfType<KeyNegotiated>().Select(negotiated => negotiated.Epoch));
    }

    [Fact]
    public void A_start_before_any_key_is_answered_without_a_random_number()
    {
        var client = CreateTestProbe();
        var session = new DeviceRig(client).OpenSession();

        session.Tell(new CryptoSession.BeginSessionKeyRefresh(), client);

        Assert.Equal(Misuse.NoSessionKey, client.ExpectMsg<CryptoSession.SessionKeyRefreshRefused>().Rule);
    }

    [Fact]
    public void The_switch_is_published_with_its_times()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client);
        Sys.EventStream.Subscribe(TestActor, typeof(CryptoSession.SessionKeySwitched));
        var session = rig.OpenNegotiatedSession();

        rig.Refresh(session, DeviceRig.FirstKey);

        var switched = ExpectMsg<CryptoSession.SessionKeySwitched>();
        Assert.Equal((1, SwitchReason.Refreshed), (switched.Epoch, switched.Reason));
        Assert.True(switched.RequestedAt <= switched.OpenedAt);
    }

    [Fact]
    public void A_closed_session_ends_every_job_that_it_accepted_and_stops()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client, new PolicyMachines("drain"));
        var session = rig.OpenNegotiatedSession();
        client.Watch(session);
        session.Tell(DeviceRig.JobOf(1, DeviceRig.FirstKey, 1 << 20).Blt, client);
        session.Tell(new CryptoSession.BeginSessionKeyRefresh(), client);
        session.Tell(FinishSessionKeyRefresh.Instance, client);
        for (var number = 2; number <= 6; number++)
            session.Tell(DeviceRig.JobOf(number, DeviceRig.FirstKey).Blt, client);
        session.Tell(CloseSession.Instance, client);

        var endings = new List<long>();
        client.FishForMessage(message =>
        {
            if (message is CryptoSession.JobCompleted completed)
                endings.Add(completed.Job);
            if (message is CryptoSession.JobAborted aborted)
                endings.Add(aborted.Job);
            return message is CryptoSession.SessionEnded;
        });

        Assert.Equal([1, 2, 3, 4, 5, 6], endings.Order());
        client.ExpectTerminated(session);
        rig.NothingIsViolated();
    }

    [Fact]
    public void An_engine_that_fails_aborts_one_job_and_the_rest_complete()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client, new FailingEngines("slots", (_, job) => job.Job == 3));
        var session = rig.OpenNegotiatedSession();

        for (var number = 1; number <= 8; number++)
            session.Tell(DeviceRig.JobOf(number, DeviceRig.FirstKey).Blt, client);

        var answers = client.ReceiveN(8);
        Assert.Equal(new CryptoSession.JobAborted(0, 3, AbortReason.EngineFault), answers.OfType<CryptoSession.JobAborted>().Single());
        Assert.Equal([1, 2, 4, 5, 6, 7, 8], answers.OfType<CryptoSession.JobCompleted>().Select(done => done.Job).Order());
        rig.NothingIsViolated();
    }

    [Fact]
    public void A_session_that_comes_after_an_engine_was_lost_does_without_it()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client, new FailingEngines("slots", (engine, _) => engine == 1), engines: 2, maxRestarts: 0);
        var first = rig.OpenNegotiatedSession();
        var jobs = 0L;
        do
        {
            first.Tell(DeviceRig.JobOf(++jobs, DeviceRig.FirstKey).Blt, client);
        }
        while (client.ReceiveOne(TimeSpan.FromSeconds(3)) is CryptoSession.JobCompleted);

        var second = rig.OpenNegotiatedSession();
        for (var number = 1; number <= 8; number++)
            second.Tell(DeviceRig.JobOf(jobs + number, DeviceRig.FirstKey).Blt, client);
        Assert.All(client.ReceiveN(8), answer => Assert.IsType<CryptoSession.JobCompleted>(answer));
        Assert.Equal(AbortReason.EngineLost, Assert.Single(rig.Recorded.Events.OfType<JobAborted>()).Reason);
        rig.NothingIsViolated();
    }

    [Fact]
    public void When_every_engine_is_lost_each_job_still_ends()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client, new FailingEngines("slots", (_, _) => true), engines: 2, maxRestarts: 0);
        var session = rig.OpenNegotiatedSession();

        for (var number = 1; number <= 8; number++)
            session.Tell(DeviceRig.JobOf(number, DeviceRig.FirstKey).Blt, client);

        var aborted = client.ReceiveN(8).Cast<CryptoSession.JobAborted>().ToList();
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], aborted.Select(job => job.Job).Order());
        Assert.All(aborted, job => Assert.Equal(AbortReason.EngineLost, job.Reason));
        rig.NothingIsViolated();
    }

    [Fact]
    public void A_job_is_recorded_as_started_before_it_is_completed_and_under_its_key()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client);
        var session = rig.OpenNegotiatedSession();

        session.Tell(DeviceRig.JobOf(1, DeviceRig.FirstKey).Blt, client);
        client.ExpectMsg<CryptoSession.JobCompleted>();

        Assert.Equal(
            [typeof(JobSubmitted), typeof(JobDispatched), typeof(JobStarted), typeof(JobCompleted)],
            rig.Recorded.Events.Where(e => e is JobSubmitted or JobDispatched or JobStarted or JobCompleted).Select(e => e.GetType()));
        Assert.Equal(
            rig.Recorded.Events.OfType<KeyNegotiated>().Single().CheckValue,
            rig.Recorded.Events.OfType<JobStarted>().Single().CheckValue);
    }

    private byte[] RefreshCollecting(Akka.TestKit.TestProbe client, IActorRef session, byte[] key)
    {
        session.Tell(new CryptoSession.BeginSessionKeyRefresh(), client);
        var started = (CryptoSession.SessionKeyRefreshStarted)client.FishForMessage(message =>
        {
            if (message is CryptoSession.JobCompleted)
                _completed++;
            return message is CryptoSession.SessionKeyRefreshStarted;
        });
        session.Tell(FinishSessionKeyRefresh.Instance, client);
        var random = new byte[16];
        started.Nonce.Write(random);
        return [.. key.Zip(random, (a, b) => (byte)(a ^ b))];
    }
}
