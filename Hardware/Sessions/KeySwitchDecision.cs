using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>What a key-switch policy decided. Which fields mean something depends on <see cref="Kind"/>.</summary>
public readonly record struct KeySwitchDecision
{
    /// <summary>The kinds of decision.</summary>
    public enum Kinds
    {
        /// <summary><see cref="Job"/> goes on to an engine, its key in <see cref="Slot"/> (-1 without slots).</summary>
        Release,

        /// <summary><see cref="KeySwitch"/> takes place: the barrier opens.</summary>
        Open,

        /// <summary>A slot is needed for <see cref="Epoch"/>.</summary>
        Acquire,

        /// <summary>The slot of <see cref="Epoch"/> is not referenced; <see cref="Retired"/>: it never will be again.</summary>
        Unreference,

        /// <summary>A marker for <see cref="Epoch"/>, the one just begun, goes behind the session's jobs into each engine's queue.</summary>
        Mark,

        /// <summary>The session needs the engines' key registers no more.</summary>
        Unmark,

        /// <summary><see cref="Job"/> was held and is given up.</summary>
        DropJob,

        /// <summary><see cref="KeySwitch"/> was held and is given up.</summary>
        DropSwitch,
    }

    private const int NumberShift = 32;
    private const int ReasonShift = 8;

    // One is made for each job: what no two kinds need at once shares its room, and with no more than three fields it is made
    // where it goes. From the top: a number and a code, of 32 bits each; a reason and the kind, of 8 bits.
    private readonly ulong _numberAndCode;
    private readonly uint _reasonAndKind;

    private KeySwitchDecision(Kinds kind, LatchedJob? job = null, int number = 0, int code = 0, SwitchReason reason = default)
    {
        Job = job;
        _numberAndCode = ((ulong)(uint)number << NumberShift) | (uint)code;
        _reasonAndKind = ((uint)reason << ReasonShift) | (uint)kind;
    }

    private KeySwitchDecision(Kinds kind, KeySwitch keySwitch)
        : this(kind, job: null, keySwitch.Epoch, keySwitch.CheckValue.Number, keySwitch.Reason)
    {
    }

    /// <summary>What was decided.</summary>
    public Kinds Kind => (Kinds)(byte)_reasonAndKind;

    /// <summary>The job.</summary>
    public LatchedJob? Job { get; }

    /// <summary>The key switch.</summary>
    public KeySwitch KeySwitch =>
        new(Number, KeyCheckValue.OfNumber(Code), (SwitchReason)(_reasonAndKind >> ReasonShift));

    /// <summary>Index of the slot, or -1.</summary>
    public int Slot => Number;

    /// <summary>Key epoch.</summary>
    public int Epoch => Number;

    /// <summary>Whether the epoch is over.</summary>
    public bool Retired => Code != 0;

    private int Number => (int)(_numberAndCode >> NumberShift);

    private int Code => (int)_numberAndCode;

    /// <summary>A job goes on.</summary>
    public static KeySwitchDecision Release(LatchedJob job, int slot = -1) => new(Kinds.Release, job, slot);

    /// <summary>A barrier opens.</summary>
    public static KeySwitchDecision Open(KeySwitch keySwitch) => new(Kinds.Open, keySwitch);

    /// <summary>A slot is needed.</summary>
    public static KeySwitchDecision Acquire(int epoch) => new(Kinds.Acquire, number: epoch);

    /// <summary>A slot is not referenced any more.</summary>
    public static KeySwitchDecision Unreference(int epoch, bool retired) =>
        new(Kinds.Unreference, number: epoch, code: retired ? 1 : 0);

    /// <summary>A marker goes to each engine.</summary>
    public static KeySwitchDecision Mark(int epoch) => new(Kinds.Mark, number: epoch);

    /// <summary>The key registers are not needed any more.</summary>
    public static KeySwitchDecision Unmark() => new(Kinds.Unmark);

    /// <summary>A held job is given up.</summary>
    public static KeySwitchDecision Drop(LatchedJob job) => new(Kinds.DropJob, job);

    /// <summary>A held key switch is given up.</summary>
    public static KeySwitchDecision Drop(KeySwitch keySwitch) => new(Kinds.DropSwitch, keySwitch);
}
