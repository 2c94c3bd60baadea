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

    private const int CodeShift = 32;

    // The kind, below what else is not an object: whether the key is programmed, why a job failed (-1: it did not), or an epoch.
    private readonly long _codeAndKind;

    // The job; or, where it starts under a key that is not its own, both. So the whole is so small that it comes back in registers.
    private readonly object? _subject;

    private EngineEffect(Kinds kind, object? subject = null, int code = 0) =>
        (_subject, _codeAndKind) = (subject, ((long)code << CodeShift) | (uint)kind);

    /// <summary>What to do.</summary>
    public Kinds Kind => (Kinds)(int)_codeAndKind;

    /// <summary>The job that it concerns.</summary>
    public LatchedJob? Job => _subject as LatchedJob ?? (_subject as OtherKey)?.Job;

    /// <summary>The session key to use.</summary>
    public SessionKey? Key => Kind != Kinds.Start ? null : _subject is LatchedJob job ? job.Key : ((OtherKey)_subject!).Key;

    /// <summary>Whether that key is written into its slot or register first.</summary>
    public bool ProgramsKey => Kind == Kinds.Start && Code != 0;

    /// <summary>Why the job was not done.</summary>
    public AbortReason? Fault => Kind == Kinds.End && Code >= 0 ? (AbortReason)Code : null;

    /// <summary>Epoch of the marker.</summary>
    public int Epoch => Kind == Kinds.MarkerMet ? Code : 0;

    private int Code => (int)(_codeAndKind >> CodeShift);

    /// <summary>Nothing follows.</summary>
    public static EngineEffect Nothing => default;

    /// <summary>A job starts under a key.</summary>
    public static EngineEffect Start(LatchedJob job, SessionKey key, bool programsKey = false) =>
        new(Kinds.Start, ReferenceEquals(key, job.Key) ? job : new OtherKey(job, key), programsKey ? 1 : 0);

    /// <summary>A job is done.</summary>
    public static EngineEffect End(LatchedJob job) => new(Kinds.End, job, code: -1);

    /// <summary>A job is not done and never will be.</summary>
    public static EngineEffect Abort(LatchedJob job, AbortReason fault) => new(Kinds.End, job, code: (int)fault);

    /// <summary>A marker was met.</summary>
    public static EngineEffect MarkerMet(KeyMarker marker) => new(Kinds.MarkerMet, code: marker.Epoch);

    private sealed record OtherKey(LatchedJob Job, SessionKey Key);
}
