using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>
/// Within a session positions only grow, each key change adds one to the epoch, and key switches take effect in the order
/// of their epochs.
/// </summary>
public sealed class MonotonicEpoch() : Property(
    nameof(MonotonicEpoch),
    PropertyKind.Always,
    typeof(JobSubmitted),
    typeof(KeyNegotiated),
    typeof(RefreshFinished),
    typeof(KeySwitched),
    typeof(SessionClosed))
{
    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
    }

    /// <inheritdoc/>
    internal override void Judge(in Submission submitted, OpenJob job, OpenSession session)
    {
        ref var stream = ref Of(session);
        Place(ref stream, submitted.Session, submitted.Position, submitted.Epoch, expected: stream.Epoch);
    }

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        switch (happened)
        {
            case KeyNegotiated negotiated:
                Change(ref Of(session), negotiated.Session, negotiated.Position, negotiated.Epoch);
                break;
            case RefreshFinished finished:
                Change(ref Of(session), finished.Session, finished.Position, finished.Epoch);
                break;
            case KeySwitched switched:
                Switch(switched, ref Of(session));
                break;
            case SessionClosed when session.Stream.IsKnown:
                session.Stream.IsClosed = true;
                ForgetIfOver(ref session.Stream);
                break;
        }
    }

    private void Change(ref Stream stream, int session, long position, int epoch)
    {
        Reach();
        Place(ref stream, session, position, epoch, expected: stream.Epoch + 1);
    }

    private void Place(ref Stream stream, int session, long position, int epoch, int expected)
    {
        if (position <= stream.Position || epoch != expected)
            ViolateBy(stream.Position, session, position, epoch, expected);
        (stream.Position, stream.Epoch) = (position, epoch);
    }

    private void ViolateBy(long before, int session, long position, int epoch, int expected)
    {
        if (position <= before)
            Violate($"session {session}: position {position} follows position {before}");
        if (epoch != expected)
            Violate($"session {session}: epoch {epoch} at position {position}, expected epoch {expected}");
    }

    private void Switch(KeySwitched switched, ref Stream stream)
    {
        if (switched.Epoch != stream.Switched + 1)
            Violate($"session {switched.Session}: the switch to epoch {switched.Epoch} follows that to {stream.Switched}");
        stream.Switched = switched.Epoch;
        ForgetIfOver(ref stream);
    }

    // The switches that a closed session gives up are still told.
    private static void ForgetIfOver(ref Stream stream)
    {
        if (stream.IsClosed && stream.Switched >= stream.Epoch)
            stream = default;
    }

    private static ref Stream Of(OpenSession session)
    {
        ref var stream = ref session.Stream;
        if (!stream.IsKnown)
            stream = new Stream { IsKnown = true, Epoch = -1 };
        return ref stream;
    }

    internal struct Stream
    {
        public bool IsKnown;
        public bool IsClosed;
        public int Epoch;
        public int Switched;
        public long Position;
    }
}
