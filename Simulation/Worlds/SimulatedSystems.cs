using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Sim.Control;

namespace Sim.Simulation.Worlds;

/// <summary>Makes the systems of an experiment, a fresh one for each schedule.</summary>
public sealed class SimulatedSystems
{
    private const string Name = "sim";

    // Loggers would write from threads of their own; what is logged is not what is judged.
    private static readonly Config Quiet = ConfigurationFactory.ParseString(
        "akka { loglevel = OFF, stdout-loglevel = OFF, loggers = [], log-dead-letters = off, log-dead-letters-during-shutdown = off }");

    private readonly ActorSystemSetup _setup;

    /// <summary>Prepares systems of one configuration.</summary>
    /// <param name="config">The experiment's own configuration.</param>
    public SimulatedSystems(Config config) =>
        _setup = ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(Quiet.WithFallback(config)), new SimulationSetup());

    /// <summary>Makes a system and gives its world. The system needs no termination: nothing of it is on any thread.</summary>
    /// <exception cref="NotSupportedException">The runtime cannot be controlled.</exception>
    public IControlledWorld Create(out ActorSystem system)
    {
        system = ActorSystem.Create(Name, _setup);
        return (system as IControllable)?.World
            ?? throw new NotSupportedException("This Akka.NET does not implement Sim.Control.");
    }
}
