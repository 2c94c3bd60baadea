using Akka.Configuration;
using Akka.Dispatch;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>
/// Names the dispatcher of a simulation in a configuration: <c>type = "Sim.Simulation.Worlds.Dispatched.WorldConfigurator,
/// Sim.Simulation"</c>. Every section of a system gets the same one.
/// </summary>
public sealed class WorldConfigurator : MessageDispatcherConfigurator
{
    private readonly WorldDispatcher _dispatcher;

    /// <summary>Called by the system.</summary>
    /// <param name="config">The section.</param>
    /// <param name="prerequisites">What the dispatcher may use.</param>
    /// <exception cref="ConfigurationException">The scheduler is not a <see cref="WorldScheduler"/>.</exception>
    public WorldConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        var scheduler = prerequisites.Scheduler as WorldScheduler ?? throw new ConfigurationException(
            $"akka.scheduler.implementation: {nameof(WorldConfigurator)} needs {PlugInConfig.NameOf<WorldScheduler>()}");
        _dispatcher = scheduler.World.DispatcherOf(this);
    }

    /// <inheritdoc/>
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
