using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>The clear bytes are those that were encrypted, as far as a client knows them.</summary>
public sealed class PlaintextMatches() : Property(
    nameof(PlaintextMatches),
    PropertyKind.Always,
    typeof(PlaintextCompared))
{
    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        if (happened is not PlaintextCompared compared)
            return;
        Reach();
        if (compared.Mismatch is { } mismatch)
            Violate($"job {compared.Job}: {mismatch}");
    }
}
