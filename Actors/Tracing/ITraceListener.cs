namespace Sim.Actors.Tracing;

/// <summary>Somebody who watches a run: a checker, a trace file, a meter.</summary>
public interface ITraceListener
{
    /// <summary>Takes one event. Calls come one at a time.</summary>
    /// <param name="at">Time since the start of the run.</param>
    /// <param name="happened">The event.</param>
    void On(TimeSpan at, TraceEvent happened);
}
