using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>
/// A session's key was lost while a refresh was under way: its random number was handed out and not finished, or its key
/// switch had not opened.
/// </summary>
public sealed class LostWhilePending() : Property(
    nameof(LostWhilePending),
    PropertyKind.Sometimes,
    typeof(RefreshStarted),
    typeof(RefreshFinished),
    typeof(KeyNegotiated),
    typeof(KeySwitched),
    typeof(SessionKeyLost),
    typeof(SessionClosed))
{
    private readonly NumberTable<UnderWay> _sessions = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        if (IsReached)
            return;
        switch (happened)
        {
            case RefreshStarted started:
                Of(started.Session).HasNumber = true;
                break;
            case RefreshFinished finished:
                Request(finished.Session);
                break;
            case KeyNegotiated { Epoch: > 0 } negotiated:
                Request(negotiated.Session);
                break;
            case KeySwitched switched when _sessions.TryGet(switched.Session, out var underWay):
                underWay.Switches--;
                if (underWay is { HasNumber: false, Switches: <= 0 })
                    _sessions.Remove(switched.Session);
                else
                    _sessions.Set(switched.Session, underWay);
                break;
            case SessionKeyLost lost when _sessions.Remove(lost.Session):
                Reach();
                break;
            case SessionClosed closed:
                _sessions.Remove(closed.Session);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _sessions.Clear();
    }

    private void Request(int session)
    {
        ref var underWay = ref Of(session);
        underWay.HasNumber = false;
        underWay.Switches++;
    }

    private ref UnderWay Of(int session) => ref _sessions.Add(session, out _);

    // An entry is there only while something is under way.
    private struct UnderWay
    {
        public bool HasNumber;
        public int Switches;
    }
}
