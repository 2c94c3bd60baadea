using Sim.Checkers;

namespace Sim.Scenarios.Explore;

/// <summary>Adds up what happens in the schedules of one worker, and which properties they reach.</summary>
/// <param name="properties">Who hears of the schedules; null: other tallies are added.</param>
public sealed class ExplorationTally(PropertySet? properties = null)
{
    private readonly long[] _reached = new long[PropertySet.Names.Count];

    // Each with its place among all names.
    private readonly (Property Property, int Place)[] _judges =
        [.. PropertySet.Names.Index().Where(name => properties?.Find(name.Item) is not null).Select(name => (properties!.Find(name.Item)!, name.Index))];

    private JobCounts _others;

    /// <summary>What happened, in schedules that were given up, too.</summary>
    public JobCounts Counts => properties is null ? _others : properties.Counts + _others;

    /// <summary>In how many schedules, by their end, a property was put to the test; in the order of <see cref="PropertySet.Names"/>.</summary>
    public IReadOnlyList<long> Reached => _reached;

    /// <summary>A schedule has ended.</summary>
    public void EndSchedule()
    {
        foreach (var (property, place) in _judges)
        {
            if (property.Verdict != Verdict.NotReached)
                _reached[place]++;
        }
    }

    /// <summary>Adds what another worker has.</summary>
    public void Add(ExplorationTally other)
    {
        _others += other.Counts;
        for (var i = 0; i < _reached.Length; i++)
            _reached[i] += other._reached[i];
    }
}
