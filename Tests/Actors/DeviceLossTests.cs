using Akka.Actor;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Engines;
using Sim.Hardware.Faults;
using Sim.Hardware.Loss;
using Sim.Hardware.Resets;
using Sim.Hardware.Sessions;
using Sim.Tests.Runtime.Control;
using Xunit;

namespace Sim.Tests.Actors;

/// <summary>A device that is torn down, suspended, resumed and removed, in virtual time.</summary>
public sealed class DeviceLossTests
{
    private static readonly EngineSpec Spec = new(
        TimeSpan.FromMilliseconds(1), CyclesPerBlock: 0, ClockHz: 1_000_000_000, TimeSpan.Zero, TimeSpan.Zero);

    private readonly SeededDriver _driver = new();
    private readonly PropertySet _properties = new();
    private readonly RecordedTrace _recorded = new();
    private readonly List<(object Message, TimeSpan At)> _told = [];
    private readonly IActorRef _client;

    public DeviceLossTests() => _client = _driver.Start((message, _) => _told.Add((message, _driver.World.Now)));

    [Fact]
    public void Teardown_ends_what_runs_and_takes_every_key()
    {
        var device = Device();
        var (one, other) = (Open(device), Open(device));
        one.Tell(Blt(1), _client);
        _driver.Settle();
        device.Tell(new Device.Teardown(), _client);
        _driver.Settle();
        one.Tell(CheckSessionStatus.Instance, _client);
        other.Tell(Blt(2), _client);
        _driver.Settle();

        Assert.Equal(new CryptoSession.JobAborted(0, 1, AbortReason.KeyLost), Told<CryptoSession.JobAborted>().Single());
        Assert.Equal(CryptoSessionStatus.KeyLost, Told<CryptoSession.SessionStatus>().Single().Status);
        Assert.Equal(new CryptoSession.JobRefused(1, 2, JobRefusal.KeyLost), Told<CryptoSession.JobRefused>().Single());
        NothingIsViolated();
    }

    [Fact]
    public void Session_that_is_wanted_during_a_teardown_is_made_when_protection_has_started_again()
    {
        var device = Device();
        device.Tell(new Device.Teardown(), _client);
        device.Tell(new Device.CreateSession(), _client);
        _driver.RunUntil(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromMilliseconds(500 + 300), _told.Single(told => told.Message is Device.SessionCreated).At);
        Assert.Equal(
            ["Terminating 2", "ReadyToStart 2", "Starting 2", "Active 2"],
            _recorded.Events.OfType<ProtectionChanged>().Select(changed => $"{changed.Phase} {changed.Generation}"));
    }

    [Fact]
    public void Session_that_is_wanted_while_the_device_sleeps_is_made_behind_its_resume()
    {
        var device = Device();
        device.Tell(Sim.Actors.Devices.Device.Suspend.Instance, _client);
        device.Tell(new Device.CreateSession(), _client);
        _driver.RunUntil(TimeSpan.FromHours(8));
        Assert.Empty(Told<Device.SessionCreated>());
        device.Tell(Sim.Actors.Devices.Device.Resume.Instance, _client);
        _driver.RunUntil(TimeSpan.FromHours(9));

        Assert.Single(Told<Device.SessionCreated>());
    }

    [Fact]
    public void Number_that_was_handed_out_dies_with_the_key()
    {
        var device = Device();
        var session = Open(device);
        session.Tell(new CryptoSession.BeginSessionKeyRefresh(), _client);
        _driver.Settle();
        device.Tell(Sim.Actors.Devices.Device.Suspend.Instance, _client);
        device.Tell(Sim.Actors.Devices.Device.Resume.Instance, _client);
        _driver.Settle();
        session.Tell(FinishSessionKeyRefresh.Instance, _client);
        _driver.Settle();

        Assert.Equal(Misuse.KeyLost, _recorded.Events.OfType<CallMisused>().Single().Rule);
        Assert.Empty(_recorded.Events.OfType<RefreshFinished>());
    }

    [Fact]
    public void Content_that_is_lost_behind_the_key_is_told()
    {
        var device = Device();
        var session = Open(device);
        device.Tell(new Device.Teardown(), _client);
        device.Tell(new Device.Teardown(ContentLost: true), _client);
        _driver.RunUntil(TimeSpan.FromSeconds(2));
        session.Tell(CheckSessionStatus.Instance, _client);
        _driver.Settle();

        Assert.Equal(CryptoSessionStatus.KeyAndContentLost, Told<CryptoSession.SessionStatus>().Single().Status);
        Assert.Equal([new SessionKeyLost(0), new SessionKeyLost(0, ContentLost: true)], _recorded.Events.OfType<SessionKeyLost>());
        NothingIsViolated();
    }

    [Fact]
    public void Reset_that_is_one_too_many_ends_the_device()
    {
        var device = Device(resets: 1, new EngineFaultRule(0, new EngineFault(EngineFaultKind.Hang, TimeSpan.MaxValue), Times: 2));
        var session = Open(device);
        session.Tell(Blt(1) with { Engine = 0 }, _client);
        session.Tell(Blt(2) with { Engine = 0 }, _client);
        session.Tell(Blt(3) with { Engine = 0 }, _client);
        _driver.RunUntil(TimeSpan.FromSeconds(10));
        session.Tell(CheckSessionStatus.Instance, _client);
        device.Tell(new Device.CreateSession(), _client);
        _driver.Settle();

        Assert.Equal(3, Told<CryptoSession.JobAborted>().Count());
        Assert.Equal(CryptoSessionStatus.KeyAndContentLost, Told<CryptoSession.SessionStatus>().Single().Status);
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, Told<Device.SessionRefused>().Single().Status);
        Assert.Single(_recorded.Events.OfType<EngineReset>());
        NothingIsViolated();
    }

    [Fact]
    public void Job_of_another_session_that_an_adapter_reset_interrupts_completes_under_its_own_key()
    {
        var device = Device(resets: 5, new EngineFaultRule(0, new EngineFault(EngineFaultKind.Wedge, TimeSpan.MaxValue)));
        var (guilty, innocent) = (Open(device), Open(device));
        guilty.Tell(Blt(1) with { Engine = 0 }, _client);
        _driver.RunUntil(TimeSpan.FromSeconds(2) - TimeSpan.FromMicroseconds(500));
        innocent.Tell(Blt(2) with { Engine = 1 }, _client);
        innocent.Tell(new CryptoSession.BeginSessionKeyRefresh(), _client);
        _driver.Settle();
        innocent.Tell(FinishSessionKeyRefresh.Instance, _client);
        _driver.RunUntil(TimeSpan.FromSeconds(3));

        Assert.Equal(new CryptoSession.JobAborted(0, 1, AbortReason.EngineHung), Told<CryptoSession.JobAborted>().Single());
        Assert.Equal(new CryptoSession.JobCompleted(1, 2), Told<CryptoSession.JobCompleted>().Single());
        Assert.Equal([new JobResubmitted(1, 2, 1)], _recorded.Events.OfType<JobResubmitted>());
        NothingIsViolated();
    }

    private IActorRef Device(int resets = 5, params EngineFaultRule[] rules)
    {
        var pool = new EnginePoolSettings(Engines: 2, MaxRestarts: 100, TimeSpan.FromMinutes(1))
        {
            Spec = Spec,
            Resets = new ResetLimits(resets, TimeSpan.FromMinutes(1)),
            Faults = new FaultPlan([.. rules], Seed: 1),
        };
        var settings = new DeviceSettings(pool, KeySlots: 4, Jobs: 64, new SessionLimits(16, 4), Seed: 1)
        {
            Protection = new ProtectionTimes(TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(300)),
        };
        var trace = new RunTrace(() => _driver.World.Now, [_properties, _recorded]);
        var device = _driver.System.ActorOf(Sim.Actors.Devices.Device.Props(settings, new PolicyMachines("slots"), trace));
        _driver.Settle();
        return device;
    }

    private IActorRef Open(IActorRef device)
    {
        device.Tell(new Device.CreateSession(), _client);
        _driver.Settle();
        var session = Told<Device.SessionCreated>().Last().Ref;
        session.Tell(new NegotiateKey(new SessionKey(DeviceRig.FirstKey)), _client);
        _driver.Settle();
        return session;
    }

    private IEnumerable<T> Told<T>() => _told.Select(told => told.Message).OfType<T>();

    private void NothingIsViolated()
    {
        _properties.End();
        Assert.Empty(_properties.Violations);
    }

    private static DecryptionBlt Blt(long number) => DeviceRig.JobOf(number, DeviceRig.FirstKey).Blt;
}
