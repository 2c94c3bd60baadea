using Akka.Actor.Setup;
using Sim.Control;

namespace Sim.Simulation.Worlds;

/// <summary>Asks for a controlled system where the runtime knows how to make one.</summary>
public sealed class SimulationSetup : Setup, IControlRequest
{
    /// <summary>Virtual time begins on 1 January 2000, so that nothing takes it for today.</summary>
    public DateTimeOffset Start { get; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
