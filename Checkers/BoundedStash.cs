using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>
/// A session never has more unfinished jobs or pending key switches than it was opened with room for. Held jobs count too,
/// so nothing behind acceptance can overflow.
/// </summary>
public sealed class BoundedStash() : Property(
    nameof(BoundedStash),
    PropertyKind.Always,
    typeof(JobSubmitted),
    typeof(JobCompleted),
    typeof(JobAborted),
    typeof(RefreshFinished),
    typeof(KeyNegotiated),
    typeof(KeySwitched),
    typeof(SessionOpened),
    typeof(SessionClosed))
{
    private readonly NumberTable<Stash> _sessions = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case JobSubmitted submitted:
                Submitted(submitted);
                break;
            case JobCompleted completed:
                End(completed.Session);
                break;
            case JobAborted aborted:
                End(aborted.Session);
                break;
            case RefreshFinished finished:
                Request(finished.Session, finished.Epoch);
                break;
            case KeyNegotiated { Epoch: > 0 } negotiated:
                Request(negotiated.Session, negotiated.Epoch);
                break;
            case KeySwitched switched when _sessions.TryGet(switched.Session, out var stash):
                stash.Switches = Math.Max(0, stash.Switches - 1);
                ForgetIfEmpty(switched.Session, stash);
                break;
            case SessionOpened opened:
                _sessions.Set(opened.Session, new Stash(opened.Limits));
                break;
            case SessionClosed closed when _sessions.TryGet(closed.Session, out var stash):
                stash.IsClosed = true;
                ForgetIfEmpty(closed.Session, stash);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _sessions.Clear();
    }

    private void Submitted(JobSubmitted submitted)
    {
        if (!_sessions.TryGet(submitted.Session, out var stash))
            return;
        Reach();
        if (++stash.Jobs > stash.Limits.Jobs)
        {
            Violate($"session {submitted.Session}: job {submitted.Job} makes {stash.Jobs} unfinished jobs, its limit is " +
                $"{stash.Limits.Jobs}");
        }
    }

    private void Request(int session, int epoch)
    {
        if (!_sessions.TryGet(session, out var stash))
            return;
        Reach();
        if (++stash.Switches > stash.Limits.PendingRefreshes)
        {
            Violate($"session {session}: epoch {epoch} makes {stash.Switches} pending key switches, its limit is " +
                $"{stash.Limits.PendingRefreshes}");
        }
    }

    private void End(int session)
    {
        if (!_sessions.TryGet(session, out var stash))
            return;
        // An ending too many is OneEnding's affair.
        stash.Jobs = Math.Max(0, stash.Jobs - 1);
        ForgetIfEmpty(session, stash);
    }

    private void ForgetIfEmpty(int session, Stash stash)
    {
        if (stash is { IsClosed: true, Jobs: 0, Switches: 0 })
            _sessions.Remove(session);
    }

    private sealed class Stash(SessionLimits limits)
    {
        public SessionLimits Limits => limits;

        public int Jobs { get; set; }

        public int Switches { get; set; }

        public bool IsClosed { get; set; }
    }
}
