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
    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
    }

    /// <inheritdoc/>
    internal override void Judge(in Submission submitted, OpenJob job, OpenSession session)
    {
        ref var stash = ref session.Stash;
        if (!stash.IsKnown)
            return;
        Reach();
        if (++stash.Jobs > stash.Limits!.Jobs)
            ViolateBy(submitted, stash);
    }

    /// <inheritdoc/>
    internal override void Judge(in Completion completed, OpenJob? job, OpenSession session) => End(ref session.Stash);

    /// <inheritdoc/>
    internal override void Judge(JobAborted aborted, OpenJob? job, OpenSession session) => End(ref session.Stash);

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        ref var stash = ref session.Stash;
        switch (happened)
        {
            case SessionOpened opened:
                stash = new Stash { Limits = opened.Limits };
                break;
            case var _ when !stash.IsKnown:
                break;
            case RefreshFinished finished:
                Request(ref stash, finished.Session, finished.Epoch);
                break;
            case KeyNegotiated { Epoch: > 0 } negotiated:
                Request(ref stash, negotiated.Session, negotiated.Epoch);
                break;
            case KeySwitched:
                stash.Switches = Math.Max(0, stash.Switches - 1);
                ForgetIfEmpty(ref stash);
                break;
            case SessionClosed:
                stash.IsClosed = true;
                ForgetIfEmpty(ref stash);
                break;
        }
    }

    private void Request(ref Stash stash, int session, int epoch)
    {
        Reach();
        if (++stash.Switches > stash.Limits!.PendingRefreshes)
        {
            Violate($"session {session}: epoch {epoch} makes {stash.Switches} pending key switches, its limit is " +
                $"{stash.Limits.PendingRefreshes}");
        }
    }

    private void ViolateBy(in Submission submitted, in Stash stash) =>
        Violate($"session {submitted.Session}: job {submitted.Job} makes {stash.Jobs} unfinished jobs, its limit is {stash.Limits!.Jobs}");

    private static void End(ref Stash stash)
    {
        // An ending too many is OneEnding's affair.
        stash.Jobs = Math.Max(0, stash.Jobs - 1);
        ForgetIfEmpty(ref stash);
    }

    private static void ForgetIfEmpty(ref Stash stash)
    {
        if (stash is { IsClosed: true, Jobs: 0, Switches: 0 })
            stash = default;
    }

    internal struct Stash
    {
        public SessionLimits? Limits;
        public int Jobs;
        public int Switches;
        public bool IsClosed;

        public readonly bool IsKnown => Limits is not null;
    }
}
