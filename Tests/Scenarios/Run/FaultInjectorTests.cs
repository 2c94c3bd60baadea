using System.Collections.Immutable;
using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Control;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Sim.Tests.Runtime.Control;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

public sealed class FaultInjectorTests
{
    private const int TheDevice = -1;
    private static readonly TimeSpan Within = TimeSpan.FromMilliseconds(1);

    private readonly SeededDriver _driver = new();
    private readonly List<(int Target, object Fault)> _struck = [];

    [Fact]
    public void Each_fault_of_the_budget_strikes_once_and_not_before_the_load_begins()
    {
        var injector = Start(new ExploreSpec { Crashes = 2, Hangs = 1, KeyLosses = 3, Closes = 1 });
        _driver.RunUntil(Within);
        Assert.Empty(_struck);

        Begin(injector);
        Assert.Equal(7, _driver.World.Alarms.Length);
        _driver.RunUntil(2 * Within);

        Assert.Equal(2, _struck.Count(struck => struck is { Fault: Engine.Fail, Target: < 4 }));
        Assert.Equal(1, _struck.Count(struck => struck is { Fault: Engine.Hang, Target: < 4 }));
        Assert.Equal(3, _struck.Count(struck => struck is { Fault: LoseKey, Target: >= 100 and < 103 }));
        Assert.Equal(1, _struck.Count(struck => struck is { Fault: CloseSession, Target: >= 100 and < 103 }));
    }

    [Fact]
    public void Device_is_struck_when_its_faults_say_so_and_wakes_up_when_it_has_slept()
    {
        var injector = Start(new ExploreSpec(), atDevice:
        [
            new FaultSpec { Action = FaultAction.LoseContent, Device = true, At = Within },
            new FaultSpec { Action = FaultAction.Suspend, Device = true, At = 2 * Within, Duration = 5 * Within },
        ]);
        Begin(injector);

        _driver.RunUntil(6 * Within);
        Assert.Equal([new Device.Teardown(ContentLost: true), Device.Suspend.Instance], _struck.Select(struck => struck.Fault));
        _driver.RunUntil(8 * Within);
        Assert.Equal((TheDevice, Device.Resume.Instance), _struck[^1]);
    }

    [Fact]
    public void Device_that_an_exploration_suspends_is_resumed_as_often()
    {
        Begin(Start(new ExploreSpec { Suspends = 2, Teardowns = 1 }));
        _driver.RunUntil(3 * Within);

        Assert.Equal(2, _struck.Count(struck => struck.Fault is Device.Suspend));
        Assert.Equal(2, _struck.Count(struck => struck.Fault is Device.Resume));
        Assert.Equal(1, _struck.Count(struck => struck.Fault is Device.Teardown));
    }

    [Fact]
    public void Order_is_the_drivers()
    {
        Begin(Start(new ExploreSpec { KeyLosses = 1, Closes = 1 }));

        _driver.World.Fire(_driver.World.Alarms.ToArray().Single(alarm => alarm.Message is FaultInjector.Strike { Action: FaultAction.Close }));
        _driver.Settle();

        Assert.IsType<CloseSession>(Assert.Single(_struck).Fault);
    }

    [Fact]
    public void Seed_says_whom_the_faults_strike()
    {
        var targets = Enumerable.Range(0, 20).Select(seed => new FaultInjectorTests().TargetsOf((ulong)seed)).ToList();

        Assert.Equal(targets, Enumerable.Range(0, 20).Select(seed => new FaultInjectorTests().TargetsOf((ulong)seed)));
        Assert.All(Enumerable.Range(0, 4), engine => Assert.Contains(targets, struck => struck.Contains(engine)));
        Assert.All(Enumerable.Range(100, 3), session => Assert.Contains(targets, struck => struck.Contains(session)));
    }

    private List<int> TargetsOf(ulong seed)
    {
        Begin(Start(new ExploreSpec { Crashes = 2, KeyLosses = 2 }, seed));
        _driver.RunUntil(Within);
        return [.. _struck.Select(struck => struck.Target)];
    }

    private IActorRef Start(ExploreSpec budget, ulong seed = 1, params ImmutableArray<FaultSpec> atDevice)
    {
        var engines = Targets(first: 0, count: 4);
        var device = _driver.Start((message, self) =>
        {
            if (message is EnginePool.GetEngines)
                self.Sender.Tell(new EnginePool.Engines(engines));
            else
                _struck.Add((TheDevice, message));
        });
        var injector = _driver.System.ActorOf(FaultInjector.Props(new FaultInjector.Setup(device, budget, Within, seed) { AtDevice = atDevice }));
        _driver.Settle();
        return injector;
    }

    private void Begin(IActorRef injector)
    {
        injector.Tell(new FaultInjector.Begin(Targets(first: 100, count: 3)));
        _driver.Settle();
    }

    private IActorRef[] Targets(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(target => _driver.Start((fault, _) => _struck.Add((target, fault))))];
}
