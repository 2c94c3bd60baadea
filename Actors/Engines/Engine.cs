using Akka.Actor;
using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Engines;

/// <summary>
/// Protocol of a GPU engine. It takes <see cref="LatchedJob"/>s and <see cref="KeyMarker"/>s and does them one after the
/// other. For each job it tells the sender one <see cref="JobEnded"/>, also when it fails; for each marker that carries a
/// key one <see cref="Hardware.Sessions.KeyMarkerMet"/>. Its queue and its key registers outlive a reset.
/// </summary>
public static class Engine
{
    /// <summary>Makes an engine.</summary>
    /// <param name="index">Its index in the pool.</param>
    /// <param name="settings">How fast it is, its watchdog, and what goes wrong.</param>
    /// <param name="machines">Makes its rules, once.</param>
    /// <param name="trace">Where it records.</param>
    public static Props Props(int index, EnginePoolSettings settings, IDeviceMachines machines, ITrace trace)
    {
        var state = new EngineState(
            machines.Engine(index),
            new EngineFaults(settings.Faults, index),
            settings.Spec is { } spec ? new EngineTiming(spec) : null);
        return Akka.Actor.Props.Create(() => new EngineActor(index, settings.Watchdog, state, trace));
    }
}
