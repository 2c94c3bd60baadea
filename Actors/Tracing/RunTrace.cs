namespace Sim.Actors.Tracing;

/// <summary>The trace of one run: stamps each event with the run's clock and hands it to the listeners, one at a time.</summary>
/// <param name="clock">Reads the time since the start of the run.</param>
/// <param name="listeners">Who watches; none: recording is off.</param>
public sealed class RunTrace(Func<TimeSpan> clock, IReadOnlyList<ITraceListener> listeners) : ITrace
{
    private readonly Lock _order = new();

    /// <inheritdoc/>
    public bool IsEnabled => listeners.Count > 0;

    /// <inheritdoc/>
    public void Record(TraceEvent happened)
    {
        lock (_order)
        {
            var at = clock();
            for (var i = 0; i < listeners.Count; i++)
                listeners[i].On(at, happened);
        }
    }
}
