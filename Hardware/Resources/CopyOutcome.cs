namespace Sim.Hardware.Resources;

/// <summary>What becomes of a copy.</summary>
public enum CopyOutcome
{
    /// <summary>The destination holds the source's bytes.</summary>
    AsIs,

    /// <summary>The destination holds zeros: content must not leave its protection.</summary>
    Zeros,

    /// <summary>Hardware stops it; the destination stays as it is.</summary>
    Refused,
}
