using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>The clear bytes are those that were encrypted, as far as a client knows them.</summary>
public sealed class PlaintextMatches() : Property(
    nameof(PlaintextMatches),
    PropertyKind.Always,
    typeof(PlaintextCompared))
{
    /// <inheritdoc/>
    internal override bool SleepsThrough(Type happened) => true;

    /// <inheritdoc/>
    internal override bool IsReachedBy(Docket docket) => docket.HasCompared;

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        if (happened is PlaintextCompared { Mismatch: { } mismatch } compared)
            Violate($"job {compared.Job}: {mismatch}");
    }
}
