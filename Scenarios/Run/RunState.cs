namespace Sim.Scenarios.Run;

/// <summary>How far a directed run is; whoever drives a world reads it between steps.</summary>
public sealed class RunState
{
    /// <summary>True once the load has begun.</summary>
    public bool HasBegun { get; internal set; }

    /// <summary>From the beginning of the load to the latest end of a session.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>Clients that have not ended.</summary>
    public int Open { get; internal set; }

    /// <summary>Why the run cannot go on; null: it can.</summary>
    public Exception? Trouble { get; internal set; }
}
