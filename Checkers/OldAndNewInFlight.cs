using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>
/// A session had jobs of two epochs on engines, none of them ended. Judged on the session's own events, so that equivalent
/// schedules agree. The docket alone says so.
/// </summary>
public sealed class OldAndNewInFlight() : Property(nameof(OldAndNewInFlight), PropertyKind.Sometimes)
{
    /// <summary>Under <c>drain</c> it is what <see cref="DrainOrder"/> forbids.</summary>
    public override bool IsPossibleUnder(string policy) => policy != "drain";

    /// <inheritdoc/>
    internal override bool IsReachedBy(Docket docket) => docket.HasMixedEpochs;

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
    }
}
