using Sim.Hardware.Sessions;

namespace Sim.Hardware.Engines;

/// <summary>What can happen to an engine. Which fields mean something depends on <see cref="Kind"/>.</summary>
public readonly record struct EngineEvent
{
    /// <summary>The kinds of event.</summary>
    public enum Kinds
    {
        /// <summary><see cref="Job"/> is at the head of the queue.</summary>
        Arrived,

        /// <summary><see cref="Marker"/> is at the head of the queue.</summary>
        Marked,

        /// <summary>Every byte of the running job is written.</summary>
        Done,

        /// <summary>The engine was reset for <see cref="Reason"/>: it writes nothing any more. Queue and registers stay.</summary>
        Reset,

        /// <summary>
        /// The adapter reset every engine, and this one was not to blame: the job that it runs begins again, under the key
        /// that it latched. Queue and registers stay.
        /// </summary>
        Restarted,

        /// <summary>The keys of all sessions below <see cref="FirstSession"/> are gone from the hardware.</summary>
        KeysLost,
    }

    /// <summary>What happened.</summary>
    public Kinds Kind { get; private init; }

    /// <summary>The job that arrived.</summary>
    public LatchedJob? Job { get; private init; }

    /// <summary>The marker that arrived.</summary>
    public KeyMarker? Marker { get; private init; }

    /// <summary>Why the engine was reset.</summary>
    public AbortReason Reason { get; private init; }

    /// <summary>The first session whose key is not lost.</summary>
    public int FirstSession { get; private init; }

    /// <summary>A job is at the head of the queue.</summary>
    public static EngineEvent Arrived(LatchedJob job) => new() { Kind = Kinds.Arrived, Job = job };

    /// <summary>A marker is at the head of the queue.</summary>
    public static EngineEvent Marked(KeyMarker marker) => new() { Kind = Kinds.Marked, Marker = marker };

    /// <summary>Every byte of the running job is written.</summary>
    public static EngineEvent Done { get; } = new() { Kind = Kinds.Done };

    /// <summary>The engine was reset.</summary>
    public static EngineEvent Reset(AbortReason reason) => new() { Kind = Kinds.Reset, Reason = reason };

    /// <summary>The adapter was reset, for another engine's sake.</summary>
    public static EngineEvent Restarted { get; } = new() { Kind = Kinds.Restarted };

    /// <summary>Sessions below the first have lost their keys.</summary>
    public static EngineEvent KeysLost(int firstSession) => new() { Kind = Kinds.KeysLost, FirstSession = firstSession };
}
