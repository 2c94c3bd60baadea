using Akka.Actor;
using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Engines;

/// <summary>
/// Protocol of a GPU engine. It takes <see cref="LatchedJob"/>s and runs them one after the other; for each it tells the
/// sender one <see cref="JobEnded"/>, also when it fails. Its mailbox is its queue, and outlives a restart.
/// </summary>
public static class Engine
{
    /// <summary>Makes an engine.</summary>
    /// <param name="index">Its index in the pool.</param>
    /// <param name="machines">Makes its rules, anew after each restart.</param>
    /// <param name="trace">Where it records.</param>
    public static Props Props(int index, IDeviceMachines machines, ITrace trace) =>
        Akka.Actor.Props.Create(() => new EngineActor(index, machines, trace));
}
