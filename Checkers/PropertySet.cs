using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>The properties that judge one run. It listens to the trace; call <see cref="End"/> when the run is over.</summary>
public sealed class PropertySet : ITraceListener
{
    private static readonly Dictionary<string, PropertyKind> Kinds = All().ToDictionary(one => one.Name, one => one.Kind);

    private readonly Property[] _properties;
    private readonly Docket _docket = new();
    private readonly Bench _bench;
    private Property? _firstViolated;
    private string _firstDetail = "";

    /// <summary>All named properties, or those given.</summary>
    /// <param name="properties">The properties; null: all named ones.</param>
    /// <param name="off">Names of properties that are left out.</param>
    /// <exception cref="ArgumentException">
    /// There is no property of a name in <paramref name="off"/>, or one of <paramref name="properties"/> is in another set, or two
    /// are the same named property.
    /// </exception>
    public PropertySet(IEnumerable<Property>? properties = null, IReadOnlyCollection<string>? off = null)
    {
        off ??= [];
        if (off.FirstOrDefault(name => !Kinds.ContainsKey(name)) is { } unknown)
            throw new ArgumentException($"There is no property '{unknown}'; there are {string.Join(", ", Names)}.", nameof(off));
        _properties = [.. (properties ?? All()).Where(property => !off.Contains(property.Name))];
        if (_properties.GroupBy(property => property.Name).FirstOrDefault(same => same.Count() > 1 && Kinds.ContainsKey(same.Key)) is { } twice)
            throw new ArgumentException($"The property {twice.Key} is there twice.", nameof(properties));
        foreach (var property in _properties)
            property.Join(this, _docket);
        _bench = new Bench(_docket, _properties);
        Trace = new JudgedTrace(_bench);
    }

    /// <summary>The names of all properties, in a fixed order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Keys];

    /// <summary>The properties, in a fixed order.</summary>
    public IReadOnlyList<Property> Properties => _properties;

    /// <summary>The trace of a run that nobody else watches: without a clock, and for one thread, on which all of the run is.</summary>
    public ITrace Trace { get; }

    /// <summary>What it has heard of, over all its runs; nothing clears it.</summary>
    public JobCounts Counts => _docket.Counts;

    /// <summary>True when a property is violated. Costs nothing to ask, after every step if need be.</summary>
    public bool Violated => _firstViolated is not null;

    /// <summary>What was violated first, and how; null when nothing is.</summary>
    public (string Property, string Detail)? FirstViolation =>
        _firstViolated is { } property ? (property.Name, _firstDetail) : null;

    /// <summary>The violations that are described, by property.</summary>
    public IEnumerable<(string Property, string Detail)> Violations =>
        _properties.SelectMany(property => property.Details.Select(detail => (property.Name, detail)));

    /// <summary>What a property claims; null when there is none of that name.</summary>
    public static PropertyKind? KindOf(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>False when runs under this policy cannot reach the property of that name, whatever happens.</summary>
    public static bool IsPossible(string name, string policy) =>
        Array.Find(All(), property => property.Name == name)?.IsPossibleUnder(policy) ?? false;

    /// <summary>The property of a name; null when it is off or there is none.</summary>
    public Property? Find(string name) => Array.Find(_properties, property => property.Name == name);

    /// <inheritdoc/>
    public bool LooksAtTime => false;

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened) => _bench.On(happened);

    /// <summary>The run is over.</summary>
    public void End()
    {
        foreach (var property in _properties)
            property.AtEnd();
    }

    /// <summary>Forgets the run: ready for another one, without making anything anew.</summary>
    public void Clear()
    {
        foreach (var property in _properties)
            property.Clear();
        _docket.Clear();
        (_firstViolated, _firstDetail) = (null, "");
    }

    internal void Note(Property property, string detail)
    {
        if (_firstViolated is null)
            (_firstViolated, _firstDetail) = (property, detail);
    }

    private static Property[] All()
    {
        var lines = new MonotonicFence();
        return
        [
            new EpochAtSubmission(), new OneEnding(), new MonotonicEpoch(), new PlaintextMatches(), new BarrierOpens(),
            new EveryJobEnds(), new DrainOrder(), lines, new BoundedStash(), new NoCounterReusePerKey(),
            new NoKeyInTwoSlots(), new SlotFreedAfterLastUse(), new OldAndNewInFlight(), new BarrierMetHungEngine(),
            new LostWhilePending(), new LossTakesEffect(), new ResetsAreBounded(),
            new NoLostContentShown(), new BoundedOvertaking(), new EveryTransferEnds(), new WaitersAreTold(lines),
        ];
    }
}
