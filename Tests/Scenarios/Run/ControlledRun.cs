using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Control;
using Sim.Scenarios;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;
using Sim.Scenarios.Run;
using Sim.Tests.Runtime.Control;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

/// <summary>
/// A run on one thread, whose clock stands still while anything is ready and then goes on to what is due next: times are
/// exact, however busy the machine is. What is ready goes in an order drawn from the run's seed, and with it, if the times
/// do not bind, what is scheduled: engines take time then, and finish in any order.
/// </summary>
internal sealed class ControlledRun
{
    private static readonly TimeSpan FaultsWithin = TimeSpan.FromMilliseconds(1);

    private readonly SeededDriver _driver;
    private readonly Random _order;
    private readonly bool _timesBind;

    private ControlledRun(ulong seed, bool timesBind)
    {
        _driver = new SeededDriver();
        _order = new Random((int)seed);
        _timesBind = timesBind;
    }

    public static RunReport Of(Scenario scenario, string? policy = null, ulong seed = 1, bool timesBind = true)
    {
        var options = new RunOptions { Scenario = scenario.Name, Policy = policy, Seed = seed };
        return new ControlledRun(seed, timesBind).Play(RunPlan.Create(scenario, options, inVirtualTime: !timesBind));
    }

    private RunReport Play(RunPlan plan)
    {
        var (meter, properties) = (new RunMeter(), new PropertySet(off: plan.Scenario.Expect.Off));
        var clock = new RunClock(_driver.System.Scheduler);
        var trace = new RunTrace(() => clock.Now, [meter, properties]);
        var device = StartDevice(plan, trace);
        var budget = plan.Scenario.Explore;
        var run = LoadStock.Of(plan).Begin(device, trace) with { MayBeStruck = budget.StrikesSessions };
        var faults = budget.HasFaults ? new FaultInjector.Setup(device, budget, FaultsWithin, plan.Seed) : null;
        var director = _driver.System.ActorOf(
            ScenarioDirector.Props(new ScenarioDirector.Setup(run, plan.Groups, Faults: faults)), "director");

        var ended = ResultOf(director.Ask<ScenarioDirector.Ended>(ScenarioDirector.Run.Instance, CancellationToken.None));
        properties.End();
        var identity = new RunIdentity(plan.Scenario.Name, "virtual", plan.Policy, plan.Device.Pool.Engines, plan.Seed);
        return RunReport.Of(identity, meter, properties, ended.Elapsed);
    }

    // The engines' own dispatcher gives a thread back to others, and here there are none.
    private IActorRef StartDevice(RunPlan plan, ITrace trace)
    {
        var settings = plan.Device with { Pool = plan.Device.Pool with { Dispatcher = "akka.actor.default-dispatcher" } };
        return _driver.System.ActorOf(Device.Props(settings, PolicyCatalog.Create(plan.Policy), trace), "device");
    }

    private T ResultOf<T>(Task<T> asked)
    {
        while (!asked.IsCompleted && GoOn())
        {
        }

        Assert.False(_driver.World.HasIntrusions);
        return SeededDriver.ResultOf(asked);
    }

    private bool GoOn()
    {
        var world = _driver.World;
        var (ready, alarms) = (world.Ready.Length, world.Alarms.Length);
        if (ready + alarms == 0)
            return false;
        var chosen = _timesBind && ready > 0 ? _order.Next(ready) : _timesBind ? 0 : _order.Next(ready + alarms);
        if (chosen < ready)
            world.Step(world.Ready[chosen]);
        else
            world.Fire(world.Alarms[chosen - ready]);
        return true;
    }
}
