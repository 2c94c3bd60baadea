using Akka.Actor;
using Akka.Configuration;
using Sim.Control;
using Sim.Simulation.Experiments;
using Sim.Simulation.Worlds;

namespace Sim.Tests.Simulation.Plugin;

/// <summary>An experiment as it is, in the world that stands on Akka.NET's extension points.</summary>
internal sealed class OnPlugIn(IExperiment inner) : IExperiment
{
    public Config Config { get; } = ConfigurationFactory.ParseString($"{SimulatedSystems.WorldKey} = plug-in").WithFallback(inner.Config);

    public bool IsSetUp => inner.IsSetUp;

    public bool IsDone => inner.IsDone;

    public bool IsHolding => inner.IsHolding;

    public Failure? Failure => inner.Failure;

    public void Enter(IControlledWorld world) => inner.Enter(world);

    public void Begin(ActorSystem system, ulong seed) => inner.Begin(system, seed);

    public bool IsHeld(IAlarm alarm) => inner.IsHeld(alarm);

    public Failure? End(IControlledWorld world) => inner.End(world);

    public string Describe(object message) => inner.Describe(message);
}
