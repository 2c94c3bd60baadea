using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Sessions;

/// <summary>What a session machine asks its shell to do. Which fields mean something depends on <see cref="Kind"/>.</summary>
public readonly record struct SessionEffect
{
    /// <summary>The kinds of effect.</summary>
    public enum Kinds
    {
        /// <summary>A key was negotiated: <see cref="Position"/>, <see cref="Epoch"/>, <see cref="CheckValue"/>.</summary>
        Negotiated,

        /// <summary>A negotiation was refused: <see cref="Status"/>.</summary>
        NegotiationRefused,

        /// <summary>Start was accepted: <see cref="Nonce"/> goes to the caller.</summary>
        RefreshStarted,

        /// <summary>Finish was accepted: <see cref="Position"/>, <see cref="Epoch"/> (the new one).</summary>
        RefreshFinished,

        /// <summary>A barrier ended: <see cref="Epoch"/>, <see cref="CheckValue"/>, <see cref="Reason"/>.</summary>
        KeySwitched,

        /// <summary>A job was accepted: <see cref="Job"/>.</summary>
        Accepted,

        /// <summary>A job was refused: <see cref="JobNumber"/>, <see cref="Refusal"/>.</summary>
        Refused,

        /// <summary>Hand <see cref="Job"/> to <see cref="Engine"/>; <see cref="Slot"/> holds its key, -1 without slots.</summary>
        Dispatch,

        /// <summary>The one ending of <see cref="Job"/>: completed on <see cref="Engine"/>.</summary>
        Completed,

        /// <summary>The one ending of <see cref="Job"/>: aborted for <see cref="Abort"/>.</summary>
        Aborted,

        /// <summary>Every part of the transfer <see cref="JobNumber"/> has ended; <see cref="IsComplete"/>: all of them completed.</summary>
        TransferEnded,

        /// <summary>Ask the device for a key slot for <see cref="Epoch"/>.</summary>
        AcquireSlot,

        /// <summary>No unfinished job needs the slot of <see cref="Epoch"/>; <see cref="Retired"/>: zero it.</summary>
        ReleaseSlot,

        /// <summary>
        /// Put a marker for <see cref="Epoch"/> and <see cref="Key"/> into the queue of <see cref="Engine"/>; no key: the
        /// register is given up.
        /// </summary>
        Mark,

        /// <summary>Wipe <see cref="Key"/>: nothing refers to it any more.</summary>
        ZeroKey,

        /// <summary><see cref="Call"/> broke <see cref="Rule"/>.</summary>
        Misuse,

        /// <summary>The session's key is lost; <see cref="ContentLost"/>: protected content as well, now or after the key.</summary>
        KeyLost,

        /// <summary>The session's status was asked for: <see cref="SessionStatus"/>.</summary>
        StatusChecked,

        /// <summary>The session is closed.</summary>
        Closed,

        /// <summary>The session is closed and every job it accepted has ended: nothing of it is left.</summary>
        Ended,
    }

    private const int CodeShift = 8;
    private const int PlaceShift = 32;

    // What no two kinds need at once shares its room: with no more than three fields they are made where they go.
    private readonly object? _subject;
    private readonly long _number;

    // From the top: a place (32 bits), a code (24 bits), the kind (8 bits).
    private readonly ulong _rest;

    private SessionEffect(Kinds kind, object? subject = null, long number = 0, int code = 0, int place = 0)
    {
        (_subject, _number) = (subject, number);
        _rest = ((ulong)(uint)place << PlaceShift) | (uint)((code << CodeShift) | (int)kind);
    }

    /// <summary>What to do.</summary>
    public Kinds Kind => (Kinds)(byte)_rest;

    /// <summary>The job.</summary>
    public LatchedJob? Job => _subject as LatchedJob;

    /// <summary>The client's number of a job that was refused, or of a transfer.</summary>
    public long JobNumber => _number;

    /// <summary>Place in the stream, from 1.</summary>
    public long Position => _number;

    /// <summary>Key epoch.</summary>
    public int Epoch => Place;

    /// <summary>Index of the engine.</summary>
    public int Engine => Code;

    /// <summary>Index of the key slot, or -1.</summary>
    public int Slot => Place;

    /// <summary>Check value of the epoch's key.</summary>
    public KeyCheckValue CheckValue => KeyCheckValue.OfNumber(Code & KeyCheckValue.NumberMax);

    /// <summary>The refresh's random number.</summary>
    public SessionKeyNonce Nonce => _subject is SessionKeyNonce nonce ? nonce : default;

    /// <summary>A key to wipe, or that of a marker.</summary>
    public SessionKey? Key => _subject as SessionKey;

    /// <summary>Why a negotiation was refused.</summary>
    public DdiStatus Status => (DdiStatus)_number;

    /// <summary>Why a job was refused.</summary>
    public JobRefusal Refusal => (JobRefusal)Code;

    /// <summary>Why a job was aborted.</summary>
    public AbortReason Abort => (AbortReason)Code;

    /// <summary>How a barrier ended.</summary>
    public SwitchReason Reason => (SwitchReason)_number;

    /// <summary>Name of the call that broke a rule.</summary>
    public string? Call => _subject as string;

    /// <summary>The broken rule.</summary>
    public Misuse Rule => (Misuse)Code;

    /// <summary>What the session can be used for.</summary>
    public CryptoSessionStatus SessionStatus => (CryptoSessionStatus)Code;

    /// <summary>Whether every part of a transfer completed.</summary>
    public bool IsComplete => Code != 0;

    /// <summary>Whether protected content is lost with the key.</summary>
    public bool ContentLost => Code != 0;

    /// <summary>Whether the epoch of a released slot is over.</summary>
    public bool Retired => Code != 0;

    private int Place => (int)(_rest >> PlaceShift);

    private int Code => (int)_rest >> CodeShift;

    /// <summary>A key was negotiated.</summary>
    public static SessionEffect Negotiated(long position, int epoch, KeyCheckValue checkValue) =>
        new(Kinds.Negotiated, number: position, code: checkValue.Number, place: epoch);

    /// <summary>A negotiation was refused.</summary>
    public static SessionEffect NegotiationRefused(DdiStatus status) => new(Kinds.NegotiationRefused, number: (long)status);

    /// <summary>Start was accepted.</summary>
    public static SessionEffect RefreshStarted(SessionKeyNonce nonce) => new(Kinds.RefreshStarted, nonce);

    /// <summary>Finish was accepted.</summary>
    public static SessionEffect RefreshFinished(long position, int epoch) =>
        new(Kinds.RefreshFinished, number: position, place: epoch);

    /// <summary>A barrier ended.</summary>
    public static SessionEffect KeySwitched(int epoch, KeyCheckValue checkValue, SwitchReason reason) =>
        new(Kinds.KeySwitched, number: (int)reason, code: checkValue.Number, place: epoch);

    /// <summary>A job was accepted.</summary>
    public static SessionEffect Accepted(LatchedJob job) => new(Kinds.Accepted, job);

    /// <summary>A job was refused.</summary>
    public static SessionEffect Refused(long job, JobRefusal refusal) => new(Kinds.Refused, number: job, code: (int)refusal);

    /// <summary>A job goes to an engine.</summary>
    public static SessionEffect Dispatch(LatchedJob job, int engine, int slot) =>
        new(Kinds.Dispatch, job, code: engine, place: slot);

    /// <summary>A job completed.</summary>
    public static SessionEffect Completed(LatchedJob job, int engine) => new(Kinds.Completed, job, code: engine);

    /// <summary>A job was aborted.</summary>
    public static SessionEffect Aborted(LatchedJob job, AbortReason reason) => new(Kinds.Aborted, job, code: (int)reason);

    /// <summary>Every part of a transfer has ended.</summary>
    public static SessionEffect TransferEnded(long transfer, bool isComplete) =>
        new(Kinds.TransferEnded, number: transfer, code: isComplete ? 1 : 0);

    /// <summary>A slot is needed.</summary>
    public static SessionEffect AcquireSlot(int epoch) => new(Kinds.AcquireSlot, place: epoch);

    /// <summary>A slot is not needed any more.</summary>
    public static SessionEffect ReleaseSlot(int epoch, bool retired) =>
        new(Kinds.ReleaseSlot, code: retired ? 1 : 0, place: epoch);

    /// <summary>A marker goes to an engine.</summary>
    public static SessionEffect Mark(int engine, int epoch, SessionKey? key) =>
        new(Kinds.Mark, key, code: engine, place: epoch);

    /// <summary>A key is not referenced any more.</summary>
    public static SessionEffect ZeroKey(int epoch, SessionKey key) => new(Kinds.ZeroKey, key, place: epoch);

    /// <summary>A call broke a rule.</summary>
    public static SessionEffect Misused(string call, Misuse rule) => new(Kinds.Misuse, call, code: (int)rule);

    /// <summary>The key is lost.</summary>
    /// <param name="contentLost">Protected content is lost, too.</param>
    public static SessionEffect KeyLost(bool contentLost = false) => new(Kinds.KeyLost, code: contentLost ? 1 : 0);

    /// <summary>The status was asked for.</summary>
    public static SessionEffect StatusChecked(CryptoSessionStatus status) => new(Kinds.StatusChecked, code: (int)status);

    /// <summary>The session is closed.</summary>
    public static SessionEffect Closed() => new(Kinds.Closed);

    /// <summary>Nothing of the session is left.</summary>
    public static SessionEffect Ended() => new(Kinds.Ended);
}
