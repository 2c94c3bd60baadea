using Akka.Actor;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Control;
using Sim.Hardware.Choices;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Tests.Runtime.Control;
using Xunit;

namespace Sim.Tests.Actors;

/// <summary>
/// A device whose engines take modelled time, and its clients, in a controlled world. Messages and what is scheduled come in
/// any order that a seed chooses, whatever is due when. All properties watch.
/// </summary>
internal sealed class VirtualRig
{
    private const int MaxSteps = 100_000;

    private readonly SeededDriver _driver = new();
    private readonly Random _random;

    public VirtualRig(
        int seed, string policy, int clients = 2, int engines = 2, int rounds = 3, int jobsPerRound = 4, int maxRestarts = 1000, DdiChoices? choices = null)
    {
        _random = new Random(seed);
        var pool = new EnginePoolSettings(engines, maxRestarts, TimeSpan.FromDays(1))
        {
            Spec = new EngineSpec(
                TimeSpan.FromMicroseconds(8),
                CyclesPerBlock: 11,
                ClockHz: 1_000_000_000,
                SessionSwitch: TimeSpan.FromMicroseconds(5),
                KeyProgramming: TimeSpan.FromMicroseconds(20)),
        };
        var settings = new DeviceSettings(pool, KeySlots: 3, Jobs: 64, new SessionLimits(16, 4), (ulong)seed);
        var trace = new RunTrace(() => World.Now, [Properties, Recorded]);
        Device = _driver.System.ActorOf(Sim.Actors.Devices.Device.Props(settings, new PolicyMachines(policy, choices), trace));
        var asked = Device.Ask<EnginePool.Engines>(EnginePool.GetEngines.Instance);
        _driver.Settle();
        Engines = SeededDriver.ResultOf(asked).Refs;
        for (var number = 0; number < clients; number++)
        {
            var client = new VirtualClient(trace, number, rounds, jobsPerRound);
            _driver.Start((message, self) => client.Handle(message, self.Self)).Tell(Device);
            Clients.Add(client);
        }
    }

    public IControlledWorld World => _driver.World;

    public PropertySet Properties { get; } = new();

    public RecordedTrace Recorded { get; } = new();

    public IActorRef Device { get; }

    public IReadOnlyList<IActorRef> Engines { get; }

    public List<VirtualClient> Clients { get; } = [];

    /// <summary>Somebody who does nothing but hear.</summary>
    public IActorRef Listen(Action<object> heard) => _driver.Start((message, _) => heard(message));

    /// <summary>Runs until nothing is ready and nothing is scheduled.</summary>
    /// <param name="chance">Before each step, how likely a fault is, 0 to 1.</param>
    /// <param name="faults">The faults to choose from; each goes to a random engine.</param>
    public void Run(double chance = 0, params object[] faults)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            if (_random.NextDouble() < chance)
                Engines[_random.Next(Engines.Count)].Tell(faults[_random.Next(faults.Length)]);
            var ready = World.Ready;
            var alarms = World.Alarms;
            if (ready.Length + alarms.Length == 0)
                return;
            var choice = _random.Next(ready.Length + alarms.Length);
            if (choice < ready.Length)
                World.Step(ready[choice]);
            else
                World.Fire(alarms[choice - ready.Length]);
        }

        Assert.Fail("The world does not come to rest.");
    }

    /// <summary>Every job has one ending, every barrier has opened, every session is over, and all properties hold.</summary>
    public void NothingIsLost()
    {
        Properties.End();
        Assert.Empty(Properties.Violations);
        Assert.All(Clients, client =>
        {
            Assert.True(client.HasEnded);
            Assert.Equal(client.Submitted, client.Endings.Count);
        });
        Assert.False(World.HasIntrusions);
    }
}
