using Sim.Actors.Tracing;

namespace Sim.Scenarios.Run;

/// <summary>How far a run is, for whoever watches it from another thread.</summary>
public sealed class RunProgress : ITraceListener
{
    private long _events;
    private long _ended;

    /// <summary>Events so far: a run in which nothing happens any more does not get on.</summary>
    public long Events => Volatile.Read(ref _events);

    /// <summary>Jobs that have ended so far.</summary>
    public long JobsEnded => Volatile.Read(ref _ended);

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        // Calls come one at a time, so there is no need to add atomically.
        Volatile.Write(ref _events, _events + 1);
        if (happened is JobCompleted or JobAborted)
            Volatile.Write(ref _ended, _ended + 1);
    }
}
