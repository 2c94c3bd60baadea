using Sim.Actors.Tracing;

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
    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
    }

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        ref var underWay = ref session.UnderWay;
        switch (happened)
        {
            case RefreshStarted when !IsReached:
                (underWay.IsKnown, underWay.HasNumber) = (true, true);
                break;
            case RefreshFinished or KeyNegotiated { Epoch: > 0 } when !IsReached:
                (underWay.IsKnown, underWay.HasNumber) = (true, false);
                underWay.Switches++;
                break;
            case KeySwitched when underWay.IsKnown:
                underWay.Switches--;
                if (underWay is { HasNumber: false, Switches: <= 0 })
                    underWay = default;
                break;
            case SessionKeyLost when underWay.IsKnown:
                underWay = default;
                Reach();
                break;
            case SessionClosed:
                underWay = default;
                break;
        }
    }

    // What of a refresh is under way, if any is.
    internal struct UnderWay
    {
        public bool IsKnown;
        public bool HasNumber;
        public int Switches;
    }
}
