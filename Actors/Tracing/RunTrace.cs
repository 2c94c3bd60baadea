using System.Runtime.CompilerServices;

namespace Sim.Actors.Tracing;

/// <summary>The trace of one run: stamps each event with the run's clock and hands it to the listeners, one at a time.</summary>
/// <param name="clock">Reads the time since the start of the run.</param>
/// <param name="listeners">Who watches; none: recording is off.</param>
/// <param name="isShared">False: the whole run, its actors and its clients, is on one thread, and needs no lock.</param>
public sealed class RunTrace(Func<TimeSpan> clock, IReadOnlyList<ITraceListener> listeners, bool isShared = true) : ITrace
{
    private readonly ITraceListener[] _listeners = [.. listeners];

    // Who can be told at once: it is alone on its thread, and looks at no time.
    private readonly ITraceListener? _only =
        !isShared && listeners.Count == 1 && !listeners[0].LooksAtTime ? listeners[0] : null;

    private readonly Lock? _order = isShared ? new Lock() : null;

    /// <inheritdoc/>
    public bool IsEnabled => _listeners.Length > 0;

    // Inlined, so that who listens sees at a glance what kind of event each place records.
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Record(TraceEvent happened)
    {
        if (_only is not null)
            _only.On(TimeSpan.Zero, happened);
        else
            RecordInOrder(happened);
    }

    private void RecordInOrder(TraceEvent happened)
    {
        if (_order is null)
        {
            Tell(happened);
            return;
        }

        lock (_order)
            Tell(happened);
    }

    private void Tell(TraceEvent happened)
    {
        var at = clock();
        foreach (var listener in _listeners)
            listener.On(at, happened);
    }
}
