using Sim.Actors.Tracing;

namespace Sim.Tests.Actors;

/// <summary>Keeps every event.</summary>
internal sealed class RecordedTrace : ITraceListener
{
    private readonly List<TraceEvent> _events = [];

    /// <summary>What was recorded so far.</summary>
    public IReadOnlyList<TraceEvent> Events
    {
        get
        {
            lock (_events)
                return [.. _events];
        }
    }

    public void On(TimeSpan at, TraceEvent happened)
    {
        lock (_events)
            _events.Add(happened);
    }
}
