using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

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
    private readonly NumberTable<Stream> _streams = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case JobSubmitted submitted:
                var stream = Of(submitted.Session);
                Place(stream, submitted.Session, submitted.Position, submitted.Epoch, expected: stream.Epoch);
                break;
            case KeyNegotiated negotiated:
                Change(negotiated.Session, negotiated.Position, negotiated.Epoch);
                break;
            case RefreshFinished finished:
                Change(finished.Session, finished.Position, finished.Epoch);
                break;
            case KeySwitched switched:
                Switch(switched);
                break;
            case SessionClosed closed when _streams.TryGet(closed.Session, out var over):
                over.IsClosed = true;
                ForgetIfOver(closed.Session, over);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _streams.Clear();
    }

    private void Change(int session, long position, int epoch)
    {
        Reach();
        var stream = Of(session);
        Place(stream, session, position, epoch, expected: stream.Epoch + 1);
    }

    private void Place(Stream stream, int session, long position, int epoch, int expected)
    {
        if (position <= stream.Position)
            Violate($"session {session}: position {position} follows position {stream.Position}");
        if (epoch != expected)
            Violate($"session {session}: epoch {epoch} at position {position}, expected epoch {expected}");
        (stream.Position, stream.Epoch) = (position, epoch);
    }

    private void Switch(KeySwitched switched)
    {
        var stream = Of(switched.Session);
        if (switched.Epoch != stream.Switched + 1)
            Violate($"session {switched.Session}: the switch to epoch {switched.Epoch} follows that to {stream.Switched}");
        stream.Switched = switched.Epoch;
        ForgetIfOver(switched.Session, stream);
    }

    // The switches that a closed session gives up are still told.
    private void ForgetIfOver(int session, Stream stream)
    {
        if (stream.IsClosed && stream.Switched >= stream.Epoch)
            _streams.Remove(session);
    }

    private Stream Of(int session)
    {
        if (!_streams.TryGet(session, out var stream))
            _streams.Set(session, stream = new Stream());
        return stream;
    }

    private sealed class Stream
    {
        public long Position { get; set; }

        public int Epoch { get; set; } = -1;

        public int Switched { get; set; }

        public bool IsClosed { get; set; }
    }
}
