using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Sim.Control;
using Sim.Simulation.Experiments;
using Sim.Simulation.Worlds.Dispatched;

namespace Sim.Simulation.Worlds;

/// <summary>
/// Makes the systems of an experiment, a fresh one for each schedule, all on one thread. A runtime that implements
/// Sim.Control makes the world of a system itself; any other is driven through Akka.NET's extension points, which sees less
/// (<see cref="NotControlled"/>).
/// </summary>
public sealed class SimulatedSystems
{
    /// <summary>
    /// The key of the configuration that says which world a system gets: <c>best</c>, which is the default, or <c>plug-in</c>
    /// for Akka.NET's extension points also where the runtime has a world of its own.
    /// </summary>
    public const string WorldKey = "sim.simulation.world";

    /// <summary>
    /// The key that makes what a step leaves to the thread pool a part of the step (an Ask that is piped), where Akka.NET's
    /// extension points drive the system: <c>on</c>, in a process whose thread pool has one thread, or <c>off</c>.
    /// </summary>
    public const string DrainKey = "sim.simulation.drain-thread-pool";

    private const string Name = "sim";

    /// <summary>Steps that a system on its own may take to come to rest.</summary>
    private const int StartStepsMax = 10_000;

    // Loggers would write from threads of their own; what is logged is not what is judged.
    private static readonly Config Quiet = ConfigurationFactory.ParseString(
        "akka { loglevel = OFF, stdout-loglevel = OFF, loggers = [], log-dead-letters = off, log-dead-letters-during-shutdown = off }");

    private readonly ActorSystemSetup _setup;
    private readonly SimulationSetup _request = new();
    private readonly IntrusionLog _intrusions = new();
    private readonly bool _drainsPool;
    private IControlledWorld? _last;

    /// <summary>Prepares systems of one configuration.</summary>
    /// <param name="config">The experiment's own configuration.</param>
    /// <exception cref="ConfigurationException">A value of it is not one of those that are allowed.</exception>
    public SimulatedSystems(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var isPlugIn = config.GetString(WorldKey, "best") switch
        {
            "best" => false,
            "plug-in" => true,
            var other => throw new ConfigurationException($"{WorldKey}: {other} is neither best nor plug-in"),
        };
        _drainsPool = config.GetBoolean(DrainKey);
        var bootstrap = BootstrapSetup.Create().WithConfig(Quiet.WithFallback(PlugInConfig.For(config)).WithFallback(config));
        _setup = isPlugIn ? ActorSystemSetup.Create(bootstrap) : ActorSystemSetup.Create(bootstrap, _request);
    }

    /// <summary>
    /// True when the runtime makes the worlds: what leaves a world's thread fails the run, and nothing else escapes. Looks at the
    /// last system, and makes one if there was none.
    /// </summary>
    public bool IsFullyControlled => (_last ?? Create(out _)) is not DispatchedWorld;

    /// <summary>What escapes the worlds, in a few lines of plain words for a report; null: they are fully controlled.</summary>
    public string? NotControlled => IsFullyControlled ? null : PlugInReach.NotControlled;

    /// <summary>The world of a system, or null when it has none.</summary>
    public static IControlledWorld? WorldOf(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return (system as IControllable)?.World ?? (system.Scheduler as WorldScheduler)?.World;
    }

    /// <summary>Makes a system and gives its world. The system needs no termination: nothing of it is on any thread.</summary>
    /// <exception cref="UncontrolledException">Another thread has touched an earlier world after its end.</exception>
    public IControlledWorld Create(out ActorSystem system)
    {
        if (_last is not null && _last.TryTakeIntrusion(out var late))
            throw new UncontrolledException(late);
        if (_last is not null and not DispatchedWorld)
        {
            system = ActorSystem.Create(Name, _setup);
            return _last = ((IControllable)system).World!;
        }

        var offered = new DispatchedWorld(_request.Start, _intrusions, _drainsPool);
        DispatchedWorld.Offer(offered);
        try
        {
            system = ActorSystem.Create(Name, _setup);
        }
        finally
        {
            DispatchedWorld.Offer(null);
        }

        if ((system as IControllable)?.World is { } own)
            return _last = own;
        if (_drainsPool)
            PoolGate.Verify(DrainKey);
        Settle(offered);
        return _last = offered;
    }

    // What the runtime sends to itself when it starts is no part of a schedule.
    private static void Settle(DispatchedWorld world)
    {
        for (var steps = 0; world.Ready is [var first, ..]; steps++)
        {
            if (steps == StartStepsMax)
                throw new InvalidOperationException($"A system without actors did not come to rest within {StartStepsMax} steps.");
            world.Step(first);
        }
    }
}
