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

    // So small that it goes in registers: what no two kinds need at once shares its room.
    private readonly object? _subject;
    private readonly int _number;

    private EngineEvent(Kinds kind, object? subject = null, int number = 0) =>
        (Kind, _subject, _number) = (kind, subject, number);

    /// <summary>What happened.</summary>
    public Kinds Kind { get; }

    /// <summary>The job that arrived.</summary>
    public LatchedJob? Job => _subject as LatchedJob;

    /// <summary>The marker that arrived.</summary>
    public KeyMarker? Marker => _subject as KeyMarker;

    /// <summary>Why the engine was reset.</summary>
    public AbortReason Reason => (AbortReason)_number;

    /// <summary>The first session whose key is not lost.</summary>
    public int FirstSession => _number;

    /// <summary>A job is at the head of the queue.</summary>
    public static EngineEvent Arrived(LatchedJob job) => new(Kinds.Arrived, job);

    /// <summary>A marker is at the head of the queue.</summary>
    public static EngineEvent Marked(KeyMarker marker) => new(Kinds.Marked, marker);

    /// <summary>Every byte of the running job is written.</summary>
    public static EngineEvent Done => new(Kinds.Done);

    /// <summary>The engine was reset.</summary>
    public static EngineEvent Reset(AbortReason reason) => new(Kinds.Reset, number: (int)reason);

    /// <summary>The adapter was reset, for another engine's sake.</summary>
    public static EngineEvent Restarted => new(Kinds.Restarted);

    /// <summary>Sessions below the first have lost their keys.</summary>
    public static EngineEvent KeysLost(int firstSession) => new(Kinds.KeysLost, number: firstSession);
}
