using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Ddi;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Actors;

public class DeviceTests : TestKit
{
    public DeviceTests()
    {
    }

    protected DeviceTests(Config config)
        : base(config)
    {
    }

    [Fact]
    public void Sessions_are_numbered_from_0()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client);

        for (var expected = 0; expected < 3; expected++)
        {
            rig.Device.Tell(new Device.CreateSession(), client);
            Assert.Equal(expected, client.ExpectMsg<Device.SessionCreated>().Session);
        }
    }

    [Fact]
    public void A_device_without_room_refuses_a_session_until_another_has_ended()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client, jobs: 10);
        var first = rig.OpenSession(new SessionLimits(Jobs: 8, PendingRefreshes: 1));

        rig.Device.Tell(new Device.CreateSession(new SessionLimits(Jobs: 3, PendingRefreshes: 1)), client);
        Assert.Equal(DdiStatus.OutOfMemory, client.ExpectMsg<Device.SessionRefused>().Status);

        first.Tell(CloseSession.Instance, client);
        client.ExpectMsg<CryptoSession.SessionEnded>();
        client.AwaitAssert(() =>
        {
            rig.Device.Tell(new Device.CreateSession(new SessionLimits(Jobs: 3, PendingRefreshes: 1)), client);
            client.ExpectMsg<Device.SessionCreated>();
        });
    }

    [Fact]
    public void A_session_without_any_room_is_refused()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client);

        rig.Device.Tell(new Device.CreateSession(new SessionLimits(Jobs: 0, PendingRefreshes: 1)), client);

        Assert.Equal(DdiStatus.InvalidArg, client.ExpectMsg<Device.SessionRefused>().Status);
    }

    [Fact]
    public void A_session_of_a_priority_that_there_is_not_is_refused()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client);

        rig.Device.Tell(new Device.CreateSession(new SessionLimits(1, 1) { Priority = (SessionPriority)4 }), client);

        Assert.Equal(DdiStatus.InvalidArg, client.ExpectMsg<Device.SessionRefused>().Status);
    }

    [Fact]
    public void A_session_at_its_limit_refuses_with_busy_and_takes_jobs_again_after_an_ending()
    {
        var client = CreateTestProbe();
        var machines = new FailingEngines("slots", (_, _) => false);
        var rig = new DeviceRig(client, machines, engines: 1);
        var session = rig.OpenNegotiatedSession(new SessionLimits(Jobs: 1, PendingRefreshes: 1));
        session.Tell(DeviceRig.JobOf(1, DeviceRig.FirstKey, 1 << 22).Blt, client);
        session.Tell(DeviceRig.JobOf(2, DeviceRig.FirstKey).Blt, client);

        Assert.Equal(new CryptoSession.JobRefused(0, 2, JobRefusal.DeviceBusy), client.ExpectMsg<CryptoSession.JobRefused>());
        client.ExpectMsg<CryptoSession.JobCompleted>();
        session.Tell(DeviceRig.JobOf(2, DeviceRig.FirstKey).Blt, client);
        client.ExpectMsg<CryptoSession.JobCompleted>();
    }

    [Fact]
    public void Two_sessions_share_one_key_slot_in_turn()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client, new PolicyMachines("slots"), keySlots: 1);
        var one = rig.OpenNegotiatedSession();
        var other = rig.OpenNegotiatedSession();

        for (var number = 1; number <= 10; number++)
        {
            one.Tell(DeviceRig.JobOf(number, DeviceRig.FirstKey).Blt, client);
            other.Tell(DeviceRig.JobOf(100 + number, DeviceRig.FirstKey).Blt, client);
        }

        Assert.Equal(20, client.ReceiveN(20).OfType<CryptoSession.JobCompleted>().Count());
        Assert.Contains(rig.Recorded.Events.OfType<KeySlotChanged>(), e => e.Change.Kind == KeySlotDecision.Kinds.Zeroed);
        rig.NothingIsViolated();
    }

    [Fact]
    public void A_session_is_told_when_it_has_a_slot_and_when_another_waits_for_it()
    {
        var client = CreateTestProbe();
        var rig = new DeviceRig(client, new ListeningSessions(TestActor), keySlots: 1);
        rig.OpenSession();
        rig.OpenSession();

        rig.Device.Tell(new Device.AcquireKeySlot(Session: 0, Epoch: 0));
        ExpectMsg(new Heard(0, new KeySlotGranted(Epoch: 0, Slot: 0, Programmed: true)));
        rig.Device.Tell(new Device.AcquireKeySlot(Session: 1, Epoch: 0));
        ExpectMsg(new Heard(0, new KeySlotWanted(Epoch: 0)));
        rig.Device.Tell(new Device.ReleaseKeySlot(Session: 0, Epoch: 0, Retired: false));
        ExpectMsg(new Heard(1, new KeySlotGranted(Epoch: 0, Slot: 0, Programmed: true)));
    }

    private sealed record Heard(int Session, SessionEvent Happened) : INoSerializationVerificationNeeded;

    // Sessions that decide nothing and pass on what they hear.
    private sealed class ListeningSessions(IActorRef listener) : IDeviceMachines
    {
        public string Policy => "listening";

        public ISessionMachine Session(int session, SessionLimits limits, int engines) => new Ear(session, listener);

        public IEngineMachine Engine(int engine) => new EngineMachine();

        private sealed class Ear(int session, IActorRef listener) : ISessionMachine
        {
            public void Step(SessionEvent happened, ICollection<SessionEffect> effects) => listener.Tell(new Heard(session, happened));
        }
    }
}
