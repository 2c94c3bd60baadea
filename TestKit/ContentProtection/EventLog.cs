using Sim.Actors.Tracing;

namespace Sim.Testing.ContentProtection;

/// <summary>Keeps what a device has recorded, and passes on which jobs begin.</summary>
internal sealed class EventLog(Action<JobStarted> began) : ITraceListener
{
    private readonly List<TraceEvent> _events = [];

    public IReadOnlyList<TraceEvent> Events => _events;

    public void On(TimeSpan at, TraceEvent happened)
    {
        _events.Add(happened);
        if (happened is JobStarted started)
            began(started);
    }
}
