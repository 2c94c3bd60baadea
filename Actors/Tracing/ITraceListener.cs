namespace Sim.Actors.Tracing;

/// <summary>Somebody who watches a run: a checker, a trace file, a meter.</summary>
public interface ITraceListener
{
    /// <summary>False when it looks at no event's time: where nobody does, a run need not ask for it.</summary>
    bool LooksAtTime => true;

    /// <summary>Takes one event. Calls come one at a time.</summary>
    /// <param name="at">Time since the start of the run.</param>
    /// <param name="happened">The event.</param>
    void On(TimeSpan at, TraceEvent happened);
}
