using Akka.Actor;
using Akka.Configuration;
using Sim.Simulation.Exploration;
using Sim.Simulation.Strategies;
using Sim.Simulation.Worlds;
using Xunit;

namespace Sim.Tests.Simulation.Plugin;

public sealed class SimulatedSystemsTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("sim.simulation.world = best", true)]
    [InlineData("sim.simulation.world = plug-in", false)]
    public void A_runtime_that_makes_worlds_itself_makes_them_unless_the_plug_in_is_wanted(string config, bool isOwn)
    {
        var systems = new SimulatedSystems(ConfigurationFactory.ParseString(config));

        Assert.Equal((isOwn, isOwn), (systems.IsFullyControlled, systems.NotControlled is null));
        var world = systems.Create(out var system);
        Assert.Equal(isOwn, world.GetType().Assembly == typeof(ActorSystem).Assembly);
        Assert.Same(world, SimulatedSystems.WorldOf(system));
    }

    [Fact]
    public void A_system_that_nobody_controls_has_no_world()
    {
        using var system = ActorSystem.Create("free", ConfigurationFactory.ParseString("akka.loglevel = OFF"));

        Assert.Null(SimulatedSystems.WorldOf(system));
    }

    [Fact]
    public void What_is_not_controlled_is_said_in_a_few_lines()
    {
        var text = new SimulatedSystems(ConfigurationFactory.ParseString("sim.simulation.world = plug-in")).NotControlled!;

        Assert.InRange(text.Split('\n').Length, 2, 8);
        Assert.All(["PipeTo", "Task.Run", "Task.Delay", "DateTime.UtcNow"], word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_world_is_an_error_that_names_the_key()
    {
        var error = Assert.Throws<ConfigurationException>(() => new SimulatedSystems(ConfigurationFactory.ParseString("sim.simulation.world = other")));

        Assert.Equal("sim.simulation.world: other is neither best nor plug-in", error.Message);
    }

    [Fact]
    public void Draining_a_thread_pool_of_several_threads_is_refused()
    {
        var systems = new SimulatedSystems(ConfigurationFactory.ParseString("sim.simulation { world = plug-in, drain-thread-pool = on }"));

        var error = Assert.Throws<ConfigurationException>(() => systems.Create(out _));

        Assert.StartsWith("sim.simulation.drain-thread-pool: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("ThreadPoolMaxThreads", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_workers_find_the_failure_that_one_finds()
    {
        var settings = new ExplorationSettings(StrategyCatalog.Find("pos")!) { Schedules = 100_000 };

        var one = Explorer.Explore(() => new OnPlugIn(new FanIn(3, 2, "bbaacc")), settings).Failure!;
        var three = Explorer.Explore(() => new OnPlugIn(new FanIn(3, 2, "bbaacc")), settings with { Workers = 3 }).Failure!;
        var own = Explorer.Explore(() => new FanIn(3, 2, "bbaacc"), settings).Failure!;

        Assert.Equal((one.Number, one.Failure), (three.Number, three.Failure));
        Assert.Equal(one.Schedule.Steps.ToArray(), three.Schedule.Steps.ToArray());
        Assert.Equal(one.Schedule.Steps.ToArray(), own.Schedule.Steps.ToArray());
    }

    [Theory]
    [InlineData("random")]
    [InlineData("pct:3")]
    [InlineData("pctcp:3")]
    [InlineData("pos")]
    public void Strategy_reaches_every_order_of_arrival(string strategy)
    {
        var experiment = new FanIn(senders: 2, messages: 2);

        var report = Explorer.Explore(
            () => new OnPlugIn(experiment), new ExplorationSettings(StrategyCatalog.Find(strategy)!) { Schedules = 2_000 });

        Assert.Equal((6, 6L), (experiment.Orders.Count, report.Distinct));
    }
}
