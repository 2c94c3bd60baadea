using Akka.Actor;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Engines;

/// <summary>
/// Protocol of the engine pool: it makes the engines, and restarts one that fails. Sessions talk to the engines directly.
/// </summary>
public static class EnginePool
{
    /// <summary>
    /// Asks for the engines; answered with <see cref="Engines"/>, and with one <see cref="EngineLost"/> for each engine that
    /// has stopped for good. The first one who asked is told when another one stops.
    /// </summary>
    public sealed record GetEngines
    {
        /// <summary>The one instance.</summary>
        public static GetEngines Instance { get; } = new();
    }

    /// <summary>The engines, by index.</summary>
    public sealed record Engines(IReadOnlyList<IActorRef> Refs);

    /// <summary>Told the first one who asked: there were too many resets, and every engine is stopped for good.</summary>
    public sealed record Removed
    {
        /// <summary>The one instance.</summary>
        public static Removed Instance { get; } = new();
    }

    /// <summary>Makes a pool.</summary>
    /// <param name="settings">How many engines, and how often one may fail.</param>
    /// <param name="machines">Makes the engines' rules.</param>
    /// <param name="trace">Where they record.</param>
    public static Props Props(EnginePoolSettings settings, IDeviceMachines machines, ITrace trace) =>
        new Recipe<EnginePoolActor, (EnginePoolSettings Settings, IDeviceMachines Machines, ITrace Trace, Props Engine)>(
            (settings, machines, trace, Engine.PlainPropsOn(settings.Dispatcher)),
            static of => new EnginePoolActor(of.Settings, of.Machines, of.Trace, of.Engine));
}
