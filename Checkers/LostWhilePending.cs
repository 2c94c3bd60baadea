using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>
/// A session's key was lost while a refresh was under way: its random number was handed out and not finished, or its key
/// switch had not opened.
/// </summary>
public sealed class LostWhilePending() : Property(nameof(LostWhilePending), PropertyKind.Sometimes, typeof(SessionKeyLost))
{
    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
    }

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        if (session.IsRefreshing)
            Reach();
    }
}
