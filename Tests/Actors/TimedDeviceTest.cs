using Akka.Actor;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Faults;
using Sim.Hardware.Loss;
using Sim.Hardware.Resets;
using Sim.Hardware.Sessions;
using Sim.Tests.Runtime.Control;
using Xunit;

namespace Sim.Tests.Actors;

/// <summary>A device of two engines in virtual time, whose jobs take a millisecond, and its client. All properties
/// watch.</summary>
public abstract class TimedDeviceTest
{
    private readonly List<(object Message, TimeSpan At)> _told = [];

    protected TimedDeviceTest() => Client = Driver.Start((message, _) => _told.Add((message, Driver.World.Now)));

    private protected SeededDriver Driver { get; } = new();

    private protected RecordedTrace Recorded { get; } = new();

    private protected IActorRef Client { get; }

    private PropertySet Properties { get; } = new();

    private protected IActorRef Device(int resets = 5, int maxRestarts = 100, params EngineFaultRule[] rules)
    {
        var pool = new EnginePoolSettings(Engines: 2, maxRestarts, TimeSpan.FromMinutes(1))
        {
            Spec = new EngineSpec(
                TimeSpan.FromMilliseconds(1), CyclesPerBlock: 0, ClockHz: 1_000_000_000, TimeSpan.Zero, TimeSpan.Zero),
            Resets = new ResetLimits(resets, TimeSpan.FromMinutes(1)),
            Faults = new FaultPlan([.. rules], Seed: 1),
        };
        var settings = new DeviceSettings(pool, KeySlots: 4, Jobs: 64, new SessionLimits(16, 4), Seed: 1)
        {
            Protection = new ProtectionTimes(TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(300)),
        };
        var trace = new RunTrace(() => Driver.World.Now, [Properties, Recorded]);
        var device = Driver.System.ActorOf(Sim.Actors.Devices.Device.Props(settings, new PolicyMachines("slots"), trace));
        Driver.Settle();
        return device;
    }

    /// <summary>A session that has its key.</summary>
    private protected IActorRef Open(IActorRef device)
    {
        device.Tell(new Device.CreateSession(), Client);
        Driver.Settle();
        var session = Told<Device.SessionCreated>().Last().Ref;
        session.Tell(new NegotiateKey(new SessionKey(DeviceRig.FirstKey)), Client);
        Driver.Settle();
        return session;
    }

    /// <summary>What the client was told, of one kind and in order.</summary>
    private protected IEnumerable<T> Told<T>() => _told.Select(told => told.Message).OfType<T>();

    /// <summary>When the client was told the one message of a kind.</summary>
    private protected TimeSpan TimeOf<T>() => _told.Single(told => told.Message is T).At;

    private protected static DecryptionBlt Blt(long number) => DeviceRig.JobOf(number, DeviceRig.FirstKey).Blt;

    private protected void NothingIsViolated()
    {
        Properties.End();
        Assert.Empty(Properties.Violations);
    }
}
