using Sim.Actors.Tracing;

namespace Sim.Testing.ContentProtection;

/// <summary>Keeps what a device has recorded.</summary>
internal sealed class EventLog : ITraceListener
{
    private readonly List<TraceEvent> _events = [];

    public IReadOnlyList<TraceEvent> Events => _events;

    public void On(TimeSpan at, TraceEvent happened) => _events.Add(happened);
}
