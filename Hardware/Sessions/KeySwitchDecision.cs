using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>What a key-switch policy decided. Which fields mean something depends on <see cref="Kind"/>.</summary>
public readonly record struct KeySwitchDecision
{
    /// <summary>The kinds of decision.</summary>
    public enum Kinds : short
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

    // One is made for each job: what no two kinds need at once shares its room.
    private readonly KeyCheckValue _checkValue;
    private readonly int _number;
    private readonly short _code;
    private readonly Kinds _kind;

    private KeySwitchDecision(Kinds kind, LatchedJob? job = null, int number = 0, short code = 0) =>
        (_kind, Job, _number, _code) = (kind, job, number, code);

    private KeySwitchDecision(Kinds kind, KeySwitch keySwitch)
        : this(kind, number: keySwitch.Epoch, code: (short)keySwitch.Reason) => _checkValue = keySwitch.CheckValue;

    /// <summary>What was decided.</summary>
    public Kinds Kind => _kind;

    /// <summary>The job.</summary>
    public LatchedJob? Job { get; }

    /// <summary>The key switch.</summary>
    public KeySwitch KeySwitch => new(_number, _checkValue, (SwitchReason)_code);

    /// <summary>Index of the slot, or -1.</summary>
    public int Slot => _number;

    /// <summary>Key epoch.</summary>
    public int Epoch => _number;

    /// <summary>Whether the epoch is over.</summary>
    public bool Retired => _code != 0;

    /// <summary>A job goes on.</summary>
    public static KeySwitchDecision Release(LatchedJob job, int slot = -1) => new(Kinds.Release, job, slot);

    /// <summary>A barrier opens.</summary>
    public static KeySwitchDecision Open(KeySwitch keySwitch) => new(Kinds.Open, keySwitch);

    /// <summary>A slot is needed.</summary>
    public static KeySwitchDecision Acquire(int epoch) => new(Kinds.Acquire, number: epoch);

    /// <summary>A slot is not referenced any more.</summary>
    public static KeySwitchDecision Unreference(int epoch, bool retired) =>
        new(Kinds.Unreference, number: epoch, code: retired ? (short)1 : (short)0);

    /// <summary>A marker goes to each engine.</summary>
    public static KeySwitchDecision Mark(int epoch) => new(Kinds.Mark, number: epoch);

    /// <summary>The key registers are not needed any more.</summary>
    public static KeySwitchDecision Unmark() => new(Kinds.Unmark);

    /// <summary>A held job is given up.</summary>
    public static KeySwitchDecision Drop(LatchedJob job) => new(Kinds.DropJob, job);

    /// <summary>A held key switch is given up.</summary>
    public static KeySwitchDecision Drop(KeySwitch keySwitch) => new(Kinds.DropSwitch, keySwitch);
}
