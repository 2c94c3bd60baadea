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

    /// <summary>What was decided.</summary>
    public Kinds Kind { get; private init; }

    /// <summary>The job.</summary>
    public LatchedJob? Job { get; private init; }

    /// <summary>The key switch.</summary>
    public KeySwitch KeySwitch { get; private init; }

    /// <summary>Index of the slot, or -1.</summary>
    public int Slot { get; private init; }

    /// <summary>Key epoch.</summary>
    public int Epoch { get; private init; }

    /// <summary>Whether the epoch is over.</summary>
    public bool Retired { get; private init; }

    /// <summary>A job goes on.</summary>
    public static KeySwitchDecision Release(LatchedJob job, int slot = -1) =>
        new() { Kind = Kinds.Release, Job = job, Slot = slot };

    /// <summary>A barrier opens.</summary>
    public static KeySwitchDecision Open(KeySwitch keySwitch) => new() { Kind = Kinds.Open, KeySwitch = keySwitch };

    /// <summary>A slot is needed.</summary>
    public static KeySwitchDecision Acquire(int epoch) => new() { Kind = Kinds.Acquire, Epoch = epoch };

    /// <summary>A slot is not referenced any more.</summary>
    public static KeySwitchDecision Unreference(int epoch, bool retired) =>
        new() { Kind = Kinds.Unreference, Epoch = epoch, Retired = retired };

    /// <summary>A marker goes to each engine.</summary>
    public static KeySwitchDecision Mark(int epoch) => new() { Kind = Kinds.Mark, Epoch = epoch };

    /// <summary>The key registers are not needed any more.</summary>
    public static KeySwitchDecision Unmark() => new() { Kind = Kinds.Unmark };

    /// <summary>A held job is given up.</summary>
    public static KeySwitchDecision Drop(LatchedJob job) => new() { Kind = Kinds.DropJob, Job = job };

    /// <summary>A held key switch is given up.</summary>
    public static KeySwitchDecision Drop(KeySwitch keySwitch) =>
        new() { Kind = Kinds.DropSwitch, KeySwitch = keySwitch };
}
