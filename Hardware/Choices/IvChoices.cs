namespace Sim.Hardware.Choices;

/// <summary>7.10: an IV that is not above the last one of its key.</summary>
public enum IvReuse
{
    /// <summary>Refuse the call.</summary>
    Refuse,

    /// <summary>Do it, and report a violation.</summary>
    Report,

    /// <summary>Do it.</summary>
    Ignore,
}

/// <summary>7.11: the same IV again within a frame.</summary>
public enum SameIvInFrame
{
    /// <summary>Only with SEQUENTIAL_CTR_IV, and only if the count goes on where it stopped.</summary>
    SequentialOnly,

    /// <summary>In both modes, if the count goes on where it stopped.</summary>
    WhenCountContinues,

    /// <summary>Never.</summary>
    Never,
}

/// <summary>7.12: a block count that passes 2^64.</summary>
public enum CountOverflow
{
    /// <summary>It wraps without a carry into the IV, and is a violation.</summary>
    WrapAsViolation,

    /// <summary>It wraps, and nothing is said.</summary>
    Wrap,
}

/// <summary>7.13: the block count that a buffer begins with, without SEQUENTIAL_CTR_IV.</summary>
public enum InitialCount
{
    /// <summary>Whatever the caller gives.</summary>
    AsGiven,

    /// <summary>Zero, else refuse.</summary>
    Zero,
}

/// <summary>7.14: the keystream across the clear bytes of a pattern.</summary>
public enum SkippedBytes
{
    /// <summary>Clear bytes use none of it (ISO/IEC 23001-7).</summary>
    UseNoKeystream,

    /// <summary>It runs on under clear bytes: a byte's place in the buffer is its place in the keystream.</summary>
    UseKeystream,
}

/// <summary>7.15: encrypted runs that are not whole blocks of the device.</summary>
public enum PartialBlock
{
    /// <summary>Refuse them, if the device has blocks of more than a byte.</summary>
    Reject,

    /// <summary>Use as much of the block's keystream as there are bytes.</summary>
    UsePrefix,
}
