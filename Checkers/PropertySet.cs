using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>The properties that judge one run. It listens to the trace; call <see cref="End"/> when the run is over.</summary>
public sealed class PropertySet : ITraceListener
{
    private readonly Property[] _properties;

    /// <summary>All named properties, or those given.</summary>
    public PropertySet(IEnumerable<Property>? properties = null) => _properties = [.. properties ?? All()];

    /// <summary>The properties, in a fixed order.</summary>
    public IReadOnlyList<Property> Properties => _properties;

    /// <summary>True when a property is violated.</summary>
    public bool Violated => _properties.Any(property => property.Verdict == Verdict.Violated);

    /// <summary>The violations that are described, by property.</summary>
    public IEnumerable<(string Property, string Detail)> Violations =>
        _properties.SelectMany(property => property.Details.Select(detail => (property.Name, detail)));

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        foreach (var property in _properties)
            property.On(happened);
    }

    /// <summary>The run is over.</summary>
    public void End()
    {
        foreach (var property in _properties)
            property.AtEnd();
    }

    private static Property[] All() =>
    [
        new EpochAtSubmission(), new OneEnding(), new MonotonicEpoch(), new PlaintextMatches(), new BarrierOpens(),
        new NoKeyInTwoSlots(), new SlotFreedAfterLastUse(), new OldAndNewInFlight(),
    ];
}
