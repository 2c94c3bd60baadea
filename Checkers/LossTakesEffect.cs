using Sim.Actors.Tracing;
using Sim.Hardware.Loss;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>
/// A loss of keys takes effect: each teardown and each suspend that is asked for begins a new generation, at once or behind the
/// one that is under way, and every session that was open then has lost its key, or is closed, when the run is over.
/// </summary>
public sealed class LossTakesEffect() : Property(
    nameof(LossTakesEffect),
    PropertyKind.Eventually,
    typeof(SessionOpened),
    typeof(SessionKeyLost),
    typeof(SessionClosed),
    typeof(LossAsked),
    typeof(ProtectionChanged))
{
    // Sessions with a key to lose, and whether the device has lost it.
    private readonly NumberTable<bool> _sessions = new();
    private int _generation = 1;
    private ProtectionPhase _phase;
    private int _asked;

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case SessionOpened opened:
                _sessions.Set(opened.Session, false);
                break;
            case SessionKeyLost lost:
                _sessions.Remove(lost.Session);
                break;
            case SessionClosed closed:
                _sessions.Remove(closed.Session);
                break;
            // A device without power cannot lose it.
            case LossAsked { How: ProtectionEvent.Kinds.Suspend } when _phase == ProtectionPhase.Suspended:
                break;
            case LossAsked when _phase != ProtectionPhase.Removed:
                Reach();
                _asked++;
                break;
            case ProtectionChanged changed:
                Enter(changed);
                break;
        }
    }

    /// <inheritdoc/>
    public override void AtEnd()
    {
        // What is asked of a device without power happens when it has power again.
        if (_asked > 0 && _phase != ProtectionPhase.Suspended)
            Violate($"a loss was asked for in generation {_generation}, and none has begun since");
        if (_sessions.Count == 0)
            return;
        foreach (var (session, _) in _sessions.All().Where(known => known.Value).OrderBy(known => known.Number))
            Violate($"session {session} was open when the device lost its keys, and has not lost its own");
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _sessions.Clear();
        (_generation, _phase, _asked) = (1, ProtectionPhase.Active, 0);
    }

    private void Enter(ProtectionChanged changed)
    {
        _phase = changed.Phase;
        if (changed.Generation == _generation)
            return;
        Reach();
        (_generation, _asked) = (changed.Generation, 0);
        foreach (var session in _sessions.All().Select(known => known.Number).ToList())
            _sessions.Set(session, true);
    }
}
