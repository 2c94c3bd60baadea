using Akka.Actor;

namespace Sim.Benchmarks.Pool;

/// <summary>
/// Protocol of a client that does nothing but keep a window of jobs in flight: what is measured is the device.
/// </summary>
internal static class PoolClient
{
    /// <summary>Opens a session and negotiates its key; answered with <see cref="Opened"/>.</summary>
    public sealed record Open
    {
        /// <summary>The one instance.</summary>
        public static Open Instance { get; } = new();
    }

    /// <summary>The session is ready.</summary>
    public sealed record Opened
    {
        /// <summary>The one instance.</summary>
        public static Opened Instance { get; } = new();
    }

    /// <summary>Runs so many jobs; answered with <see cref="Ran"/> when all of them have completed. One at a time.</summary>
    public sealed record Run(long Jobs);

    /// <summary>The jobs have completed.</summary>
    /// <param name="Refreshes">Key refreshes that were finished meanwhile.</param>
    public sealed record Ran(long Refreshes);

    /// <summary>Makes a client.</summary>
    public static Props Props(PoolLoad load, IActorRef device) =>
        Akka.Actor.Props.Create(() => new PoolClientActor(load, device));
}
