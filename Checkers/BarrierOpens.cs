using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>Every accepted key switch ends, exactly once.</summary>
public sealed class BarrierOpens() : Property(
    nameof(BarrierOpens),
    PropertyKind.Eventually,
    typeof(KeyNegotiated),
    typeof(RefreshFinished),
    typeof(KeySwitched))
{
    private readonly HashSet<(int Session, int Epoch)> _pending = [];

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case KeyNegotiated { Epoch: > 0 } negotiated:
                _pending.Add((negotiated.Session, negotiated.Epoch));
                break;
            case RefreshFinished finished:
                _pending.Add((finished.Session, finished.Epoch));
                break;
            case KeySwitched switched:
                Reach();
                if (!_pending.Remove((switched.Session, switched.Epoch)))
                    Violate($"session {switched.Session}: the barrier of epoch {switched.Epoch} opened, but was not pending");
                break;
        }
    }

    /// <inheritdoc/>
    public override void AtEnd()
    {
        foreach (var (session, epoch) in _pending.Order())
            Violate($"session {session}: the barrier of epoch {epoch} has not opened");
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _pending.Clear();
    }
}
