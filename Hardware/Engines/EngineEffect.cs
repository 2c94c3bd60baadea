using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Hardware.Engines;

/// <summary>What an engine machine asks its shell to do. Which fields mean something depends on <see cref="Kind"/>.</summary>
public readonly record struct EngineEffect
{
    /// <summary>The kinds of effect.</summary>
    public enum Kinds
    {
        /// <summary>Nothing follows.</summary>
        Nothing,

        /// <summary>Decrypt <see cref="Job"/> under <see cref="Key"/>.</summary>
        Start,

        /// <summary>Tell the session that the engine writes <see cref="Job"/> no more; <see cref="Fault"/> is null when every byte was written.</summary>
        End,

        /// <summary>Tell the session that its register was switched to <see cref="Epoch"/>.</summary>
        MarkerMet,
    }

    /// <summary>What to do.</summary>
    public Kinds Kind { get; private init; }

    /// <summary>The job that it concerns.</summary>
    public LatchedJob? Job { get; private init; }

    /// <summary>The session key to use.</summary>
    public SessionKey? Key { get; private init; }

    /// <summary>Whether that key is written into its slot or register first.</summary>
    public bool ProgramsKey { get; private init; }

    /// <summary>Why the job was not done.</summary>
    public AbortReason? Fault { get; private init; }

    /// <summary>Epoch of the marker.</summary>
    public int Epoch { get; private init; }

    /// <summary>Nothing follows.</summary>
    public static EngineEffect Nothing => default;

    /// <summary>A job starts under a key.</summary>
    public static EngineEffect Start(LatchedJob job, SessionKey key, bool programsKey = false) =>
        new() { Kind = Kinds.Start, Job = job, Key = key, ProgramsKey = programsKey };

    /// <summary>A job is done.</summary>
    public static EngineEffect End(LatchedJob job) => new() { Kind = Kinds.End, Job = job };

    /// <summary>A job is not done and never will be.</summary>
    public static EngineEffect Abort(LatchedJob job, AbortReason fault) => new() { Kind = Kinds.End, Job = job, Fault = fault };

    /// <summary>A marker was met.</summary>
    public static EngineEffect MarkerMet(KeyMarker marker) => new() { Kind = Kinds.MarkerMet, Epoch = marker.Epoch };
}
