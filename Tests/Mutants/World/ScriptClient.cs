using Akka.Actor;
using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.World;

/// <summary>
/// Protocol of a client that plays a script, one letter a step. It decrypts in place, uses a buffer again as soon as its job
/// has ended, and compares the clear bytes of jobs that completed.
/// </summary>
internal static class ScriptClient
{
    /// <summary>What a client is made of.</summary>
    /// <param name="Number">Its number, from 0.</param>
    /// <param name="Script">What it does.</param>
    /// <param name="Window">Most jobs that it has open.</param>
    /// <param name="Device">The device.</param>
    /// <param name="Trace">Where it says what it compared.</param>
    /// <param name="OnReady">Called when its session has a key; the first <see cref="Next"/> comes from outside.</param>
    public sealed record Setup(int Number, string Script, int Window, IActorRef Device, ITrace Trace, Action OnReady)
    {
        /// <summary>What its session asks for; null: what the device gives.</summary>
        public SessionLimits? Limits { get; init; }
    }

    public static Props Props(Setup setup) => Akka.Actor.Props.Create(() => new ScriptClientActor(setup));

    /// <summary>The next letter, as a step of its own.</summary>
    public sealed record Next
    {
        public static Next Instance { get; } = new();
    }
}
