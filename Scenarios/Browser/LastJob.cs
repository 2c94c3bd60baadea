using Sim.Actors.Tracing;

namespace Sim.Scenarios.Browser;

/// <summary>Knows which job was submitted last: a browser sees its samples alone, and the trace names jobs.</summary>
public sealed class LastJob : ITraceListener
{
    private long _number;

    /// <summary>The job's number; 0 before the first.</summary>
    public long Number => Volatile.Read(ref _number);

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        if (happened is JobSubmitted submitted)
            Volatile.Write(ref _number, submitted.Job);
    }
}
