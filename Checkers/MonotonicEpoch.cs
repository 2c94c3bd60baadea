using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>
/// Within a session positions only grow, each key change adds one to the epoch, and key switches take effect in the order
/// of their epochs.
/// </summary>
public sealed class MonotonicEpoch() : Property(nameof(MonotonicEpoch), PropertyKind.Always)
{
    private readonly Dictionary<int, Stream> _streams = [];

    /// <inheritdoc/>
    public override void On(TraceEvent happened)
    {
        switch (happened)
        {
            case KeyNegotiated negotiated:
                Change(negotiated.Session, negotiated.Position, negotiated.Epoch);
                break;
            case RefreshFinished finished:
                Change(finished.Session, finished.Position, finished.Epoch);
                break;
            case JobSubmitted submitted:
                Place(submitted.Session, submitted.Position, submitted.Epoch, expected: Of(submitted.Session).Epoch);
                break;
            case KeySwitched switched:
                Switch(switched);
                break;
        }
    }

    private void Change(int session, long position, int epoch)
    {
        Reach();
        Place(session, position, epoch, expected: Of(session).Epoch + 1);
    }

    private void Place(int session, long position, int epoch, int expected)
    {
        var stream = Of(session);
        if (position <= stream.Position)
            Violate($"session {session}: position {position} follows position {stream.Position}");
        if (epoch != expected)
            Violate($"session {session}: epoch {epoch} at position {position}, expected epoch {expected}");
        _streams[session] = stream with { Position = position, Epoch = epoch };
    }

    private void Switch(KeySwitched switched)
    {
        var stream = Of(switched.Session);
        if (switched.Epoch != stream.Switched + 1)
            Violate($"session {switched.Session}: the switch to epoch {switched.Epoch} follows that to {stream.Switched}");
        _streams[switched.Session] = stream with { Switched = switched.Epoch };
    }

    private Stream Of(int session) => _streams.GetValueOrDefault(session, new Stream(Position: 0, Epoch: -1, Switched: 0));

    private readonly record struct Stream(long Position, int Epoch, int Switched);
}
