using System.Collections.Immutable;

namespace Sim.Scenarios.Model;

/// <summary>What must hold, beyond the <c>always</c> and <c>eventually</c> properties, which are all on.</summary>
public sealed record Expectations
{
    /// <summary>
    /// Properties of kind <c>sometimes</c> that the scenario is meant to reach. One run need not reach them: the report says so,
    /// and many runs must.
    /// </summary>
    public ImmutableArray<string> Sometimes { get; init; } = [];

    /// <summary>Properties that are off.</summary>
    public ImmutableArray<string> Off { get; init; } = [];

    /// <summary>Bounds on metrics, at most one for each, all of which must hold at the end of the run.</summary>
    public ImmutableArray<MetricBound> Metrics { get; init; } = [];

    /// <summary>Equal when every list holds equal elements in the same order.</summary>
    public bool Equals(Expectations? other) =>
        other is not null
        && Sometimes.SequenceEqual(other.Sometimes)
        && Off.SequenceEqual(other.Off)
        && Metrics.SequenceEqual(other.Metrics);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sometimes.Length, Off.Length, Metrics.Length);
}
