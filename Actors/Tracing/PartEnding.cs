namespace Sim.Actors.Tracing;

/// <summary>How a part of a transfer ended.</summary>
public enum PartEnding
{
    /// <summary>Its bytes are written.</summary>
    Completed,

    /// <summary>It was accepted, and aborted.</summary>
    Aborted,

    /// <summary>It was not accepted.</summary>
    Refused,
}
