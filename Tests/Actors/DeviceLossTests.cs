using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Ddi;
using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Actors;

/// <summary>A device that is torn down, suspended, resumed and removed, in virtual time.</summary>
public sealed class DeviceLossTests : TimedDeviceTest
{
    [Fact]
    public void Teardown_ends_what_runs_and_takes_every_key()
    {
        var device = Device();
        var (one, other) = (Open(device), Open(device));
        one.Tell(Blt(1), Client);
        Driver.Settle();
        device.Tell(new Device.Teardown(), Client);
        Driver.Settle();
        one.Tell(CheckSessionStatus.Instance, Client);
        other.Tell(Blt(2), Client);
        Driver.Settle();

        Assert.Equal(new CryptoSession.JobAborted(0, 1, AbortReason.KeyLost), Told<CryptoSession.JobAborted>().Single());
        Assert.Equal(CryptoSessionStatus.KeyLost, Told<CryptoSession.SessionStatus>().Single().Status);
        Assert.Equal(new CryptoSession.JobRefused(1, 2, JobRefusal.KeyLost), Told<CryptoSession.JobRefused>().Single());
        NothingIsViolated();
    }

    [Fact]
    public void Session_that_is_wanted_during_a_teardown_is_made_when_protection_has_started_again()
    {
        var device = Device();
        device.Tell(new Device.Teardown(), Client);
        device.Tell(new Device.CreateSession(), Client);
        Driver.RunUntil(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromMilliseconds(500 + 300), TimeOf<Device.SessionCreated>());
        Assert.Equal(
            ["Terminating 2", "ReadyToStart 2", "Starting 2", "Active 2"],
            Recorded.Events.OfType<ProtectionChanged>().Select(changed => $"{changed.Phase} {changed.Generation}"));
    }

    [Fact]
    public void Session_that_is_wanted_while_the_device_sleeps_is_made_behind_its_resume()
    {
        var device = Device();
        device.Tell(Sim.Actors.Devices.Device.Suspend.Instance, Client);
        device.Tell(new Device.CreateSession(), Client);
        Driver.RunUntil(TimeSpan.FromHours(8));
        Assert.Empty(Told<Device.SessionCreated>());
        device.Tell(Sim.Actors.Devices.Device.Resume.Instance, Client);
        Driver.RunUntil(TimeSpan.FromHours(9));

        Assert.Single(Told<Device.SessionCreated>());
    }

    [Fact]
    public void Number_that_was_handed_out_dies_with_the_key()
    {
        var device = Device();
        var session = Open(device);
        session.Tell(new CryptoSession.BeginSessionKeyRefresh(), Client);
        Driver.Settle();
        device.Tell(Sim.Actors.Devices.Device.Suspend.Instance, Client);
        device.Tell(Sim.Actors.Devices.Device.Resume.Instance, Client);
        Driver.Settle();
        session.Tell(FinishSessionKeyRefresh.Instance, Client);
        Driver.Settle();

        Assert.Equal(Misuse.KeyLost, Recorded.Events.OfType<CallMisused>().Single().Rule);
        Assert.Empty(Recorded.Events.OfType<RefreshFinished>());
    }

    [Fact]
    public void Content_that_is_lost_behind_the_key_is_told()
    {
        var device = Device();
        var session = Open(device);
        device.Tell(new Device.Teardown(), Client);
        device.Tell(new Device.Teardown(ContentLost: true), Client);
        Driver.RunUntil(TimeSpan.FromSeconds(2));
        session.Tell(CheckSessionStatus.Instance, Client);
        Driver.Settle();

        Assert.Equal(CryptoSessionStatus.KeyAndContentLost, Told<CryptoSession.SessionStatus>().Single().Status);
        Assert.Equal([new SessionKeyLost(0), new SessionKeyLost(0, ContentLost: true)], Recorded.Events.OfType<SessionKeyLost>());
        NothingIsViolated();
    }

    [Fact]
    public void Reset_that_is_one_too_many_ends_the_device()
    {
        var device = Device(resets: 1, rules: new EngineFaultRule(0, new EngineFault(EngineFaultKind.Hang, TimeSpan.MaxValue), Times: 2));
        var session = Open(device);
        session.Tell(Blt(1) with { Engine = 0 }, Client);
        session.Tell(Blt(2) with { Engine = 0 }, Client);
        session.Tell(Blt(3) with { Engine = 0 }, Client);
        Driver.RunUntil(TimeSpan.FromSeconds(10));
        session.Tell(CheckSessionStatus.Instance, Client);
        device.Tell(new Device.CreateSession(), Client);
        Driver.Settle();

        Assert.Equal(3, Told<CryptoSession.JobAborted>().Count());
        Assert.Equal(CryptoSessionStatus.KeyAndContentLost, Told<CryptoSession.SessionStatus>().Single().Status);
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, Told<Device.SessionRefused>().Single().Status);
        Assert.Single(Recorded.Events.OfType<EngineReset>());
        NothingIsViolated();
    }

    [Fact]
    public void Job_of_another_session_that_an_adapter_reset_interrupts_completes_under_its_own_key()
    {
        var device = Device(resets: 5, rules: new EngineFaultRule(0, new EngineFault(EngineFaultKind.Wedge, TimeSpan.MaxValue)));
        var (guilty, innocent) = (Open(device), Open(device));
        guilty.Tell(Blt(1) with { Engine = 0 }, Client);
        Driver.RunUntil(TimeSpan.FromSeconds(2) - TimeSpan.FromMicroseconds(500));
        innocent.Tell(Blt(2) with { Engine = 1 }, Client);
        innocent.Tell(new CryptoSession.BeginSessionKeyRefresh(), Client);
        Driver.Settle();
        innocent.Tell(FinishSessionKeyRefresh.Instance, Client);
        Driver.RunUntil(TimeSpan.FromSeconds(3));

        Assert.Equal(new CryptoSession.JobAborted(0, 1, AbortReason.EngineHung), Told<CryptoSession.JobAborted>().Single());
        Assert.Equal(new CryptoSession.JobCompleted(1, 2), Told<CryptoSession.JobCompleted>().Single());
        Assert.Equal([new JobResubmitted(1, 2, 1)], Recorded.Events.OfType<JobResubmitted>());
        NothingIsViolated();
    }
}
