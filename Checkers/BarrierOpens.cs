using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>Every accepted key switch ends, exactly once.</summary>
public sealed class BarrierOpens() : Property(
    nameof(BarrierOpens),
    PropertyKind.Eventually,
    typeof(KeyNegotiated),
    typeof(RefreshFinished),
    typeof(KeySwitched))
{
    // By session and epoch.
    private readonly NumberTable<(int Session, int Epoch)> _pending = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
    }

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        switch (happened)
        {
            case KeyNegotiated { Epoch: > 0 } negotiated:
                Request(negotiated.Session, negotiated.Epoch);
                break;
            case RefreshFinished finished:
                Request(finished.Session, finished.Epoch);
                break;
            case KeySwitched switched:
                Reach();
                if (!_pending.Remove(NumberOf(switched.Session, switched.Epoch)))
                    Violate($"session {switched.Session}: the barrier of epoch {switched.Epoch} opened, but was not pending");
                break;
        }
    }

    /// <inheritdoc/>
    public override void AtEnd()
    {
        if (_pending.Count == 0)
            return;
        foreach (var (session, epoch) in _pending.All().Select(pending => pending.Value).Order())
            Violate($"session {session}: the barrier of epoch {epoch} has not opened");
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _pending.Clear();
    }

    private void Request(int session, int epoch) => _pending.Set(NumberOf(session, epoch), (session, epoch));

    // Sessions side by side, as the table likes its numbers.
    private static long NumberOf(int session, int epoch) => ((long)epoch << 32) | (uint)session;
}
