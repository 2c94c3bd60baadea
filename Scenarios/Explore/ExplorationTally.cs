using Sim.Actors.Tracing;
using Sim.Checkers;

namespace Sim.Scenarios.Explore;

/// <summary>Adds up what happens in the schedules of one worker, and which properties they reach.</summary>
public sealed class ExplorationTally : ITraceListener
{
    private readonly long[] _reached = new long[PropertySet.Names.Count];

    /// <summary>Jobs accepted.</summary>
    public long Jobs { get; private set; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Refreshes accepted.</summary>
    public long Refreshes { get; private set; }

    /// <summary>Jobs completed.</summary>
    public long Completed { get; private set; }

    /// <summary>Jobs aborted.</summary>
    public long Aborted { get; private set; }

    /// <summary>Jobs refused.</summary>
    public long Refused { get; private set; }

    /// <summary>In how many schedules, by their end, a property was put to the test; in the order of <see cref="PropertySet.Names"/>.</summary>
    public IReadOnlyList<long> Reached => _reached;

    /// <inheritdoc/>
    public bool LooksAtTime => false;

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        switch (happened)
        {
            case JobSubmitted submitted:
                Jobs++;
                Bytes += submitted.Bytes;
                break;
            case JobCompleted:
                Completed++;
                break;
            case JobAborted:
                Aborted++;
                break;
            case JobRefused:
                Refused++;
                break;
            case RefreshFinished:
                Refreshes++;
                break;
        }
    }

    /// <summary>A schedule has ended.</summary>
    public void Add(PropertySet properties)
    {
        var at = 0;
        foreach (var property in properties.Properties)
        {
            while (PropertySet.Names[at] != property.Name)
                at++;
            if (property.Verdict != Verdict.NotReached)
                _reached[at]++;
        }
    }

    /// <summary>Adds what another worker has.</summary>
    public void Add(ExplorationTally other)
    {
        Jobs += other.Jobs;
        Bytes += other.Bytes;
        Refreshes += other.Refreshes;
        Completed += other.Completed;
        Aborted += other.Aborted;
        Refused += other.Refused;
        for (var i = 0; i < _reached.Length; i++)
            _reached[i] += other._reached[i];
    }
}
