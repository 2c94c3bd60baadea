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
/// exact, however busy the machine is. What is ready goes in an order drawn from the run's seed.
/// </summary>
internal sealed class ControlledRun
{
    private readonly SeededDriver _driver;
    private readonly Random _order;

    private ControlledRun(ulong seed)
    {
        _driver = new SeededDriver();
        _order = new Random((int)seed);
    }

    public static RunReport Of(Scenario scenario, string? policy = null, ulong seed = 1)
    {
        var plan = RunPlan.Create(scenario, new RunOptions { Scenario = scenario.Name, Policy = policy, Seed = seed });
        return new ControlledRun(seed).Play(plan);
    }

    private RunReport Play(RunPlan plan)
    {
        var (meter, properties, progress) = (new RunMeter(), new PropertySet(off: plan.Scenario.Expect.Off), new RunProgress());
        var clock = new RunClock(_driver.System.Scheduler);
        var trace = new RunTrace(() => clock.Now, [meter, properties, progress]);
        var run = new LoadRun(StartDevice(plan, trace), trace, LoadStock.Of(plan));
        var director = _driver.System.ActorOf(ScenarioDirector.Props(
            new ScenarioDirector.Setup(run, plan.Groups, progress, plan.Patience, (_, _) => { })), "director");

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
        if (world.Ready is { Length: > 0 } ready)
            world.Step(ready[_order.Next(ready.Length)]);
        else if (world.Alarms is [var next, ..])
            world.Fire(next);
        else
            return false;
        return true;
    }
}
