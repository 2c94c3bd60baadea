namespace Sim.Actors.Tracing;

/// <summary>Where actors record what happens.</summary>
public interface ITrace
{
    /// <summary>False when nobody listens: then make no event at all.</summary>
    bool IsEnabled { get; }

    /// <summary>
    /// Records an event; every listener has seen it when the call returns. Safe to call from several threads: all
    /// listeners see all events in one order, which respects causality.
    /// </summary>
    void Record(TraceEvent happened);
}
