using Akka.Actor;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Engines;

/// <summary>
/// Protocol of a GPU engine. It takes <see cref="LatchedJob"/>s and <see cref="KeyMarker"/>s and does them one after the
/// other. For each job it tells the sender one <see cref="JobEnded"/>, also when it fails; for each marker that carries a
/// key one <see cref="Hardware.Sessions.KeyMarkerMet"/>. Its queue and its key registers outlive a reset. Whoever plays the
/// platform may tell it <see cref="Fail"/> and <see cref="Hang"/>.
/// </summary>
public static class Engine
{
    /// <summary>
    /// The engine fails now. The job that it runs ends aborted (<see cref="AbortReason.EngineFault"/>); its supervisor resets
    /// it, as often as the pool's settings allow, and it goes on with its queue.
    /// </summary>
    public sealed record Fail
    {
        /// <summary>The one instance.</summary>
        public static Fail Instance { get; } = new();
    }

    /// <summary>
    /// The engine hangs: the job that it runs, or else the next one that it begins, does not go on until the watchdog resets
    /// the engine. A reset for another reason ends the hang, too; while no job runs it disturbs nothing.
    /// </summary>
    public sealed record Hang
    {
        /// <summary>The one instance.</summary>
        public static Hang Instance { get; } = new();
    }

    /// <summary>
    /// The hardware lost the keys of all sessions below <paramref name="FirstSession"/>. Their job that runs ends aborted
    /// (<see cref="AbortReason.KeyLost"/>), and so does each that is begun from here on.
    /// </summary>
    public sealed record LoseKeys(int FirstSession);

    /// <summary>
    /// The adapter was reset because of another engine. The job that runs begins again, with the key that it latched; the
    /// end of its first attempt, if it still comes, is not heard.
    /// </summary>
    public sealed record AdapterReset
    {
        /// <summary>The one instance.</summary>
        public static AdapterReset Instance { get; } = new();
    }

    /// <summary>Makes an engine.</summary>
    /// <param name="index">Its index in the pool.</param>
    /// <param name="settings">How fast it is, its watchdog, and what goes wrong.</param>
    /// <param name="machines">Makes its rules, once.</param>
    /// <param name="trace">Where it records.</param>
    public static Props Props(int index, EnginePoolSettings settings, IDeviceMachines machines, ITrace trace) =>
        new EngineState(PlainPropsOn(settings.Dispatcher), index, settings, machines, trace);

    // What the recipes of a pool's engines have in common: where they run.
    internal static Props PlainPropsOn(string dispatcher)
    {
        var props = PlainProps.Of<EngineActor>();
        return dispatcher == EnginePoolSettings.DefaultDispatcher ? props : props.WithDispatcher(dispatcher);
    }
}
