using System.Globalization;
using System.Text;

namespace Sim.Scenarios.Output;

/// <summary>One session's track: its key changes, and their barriers, which may overlap.</summary>
internal sealed class TimelineSession(TimelineWriter writer, int session)
{
    // Long enough for an arrow to begin at.
    private static readonly TimeSpan CallTime = TimeSpan.FromTicks(1);

    private readonly TimelineTrack _track = TimelineTrack.Session(session);
    private readonly byte[] _barrierName = Utf8($"session {session} barrier");
    private readonly List<int> _barriers = [];

    /// <summary>How the epoch began that is accepted into now; null for the first.</summary>
    public EpochBeginning? Beginning { get; private set; }

    public bool IsClosed { get; set; }

    public bool HasBarriers => _barriers.Count > 0;

    /// <summary>A key change: an epoch begins, and the barrier before it is pending.</summary>
    public void BeginEpoch(int epoch, long position, string call, TimeSpan at)
    {
        Beginning = new EpochBeginning(at);
        writer
            .Span(_track, at, at + CallTime, "session"u8, Utf8($"{call} e{epoch}"), EpochMarks.ColourOf(epoch))
            .WriteNumber("position"u8, position);
        writer.EndArguments();
        _barriers.Add(epoch);
        writer.BeginLong(_track, at, "barrier"u8, _barrierName, IdOf(epoch)).WriteNumber("epoch"u8, epoch);
        writer.EndArguments();
    }

    public void EndBarrier(int epoch, string how, TimeSpan at)
    {
        if (!_barriers.Remove(epoch))
            return;
        writer.EndLong(_track, at, "barrier"u8, _barrierName, IdOf(epoch)).WriteString("ended"u8, how);
        writer.EndArguments();
    }

    /// <summary>The run is over: ends what never ended.</summary>
    public void GiveUp(TimeSpan at)
    {
        while (_barriers.Count > 0)
            EndBarrier(_barriers[0], "never", at);
    }

    private string IdOf(int epoch) => string.Create(CultureInfo.InvariantCulture, $"s{session}e{epoch}");

    private static byte[] Utf8(FormattableString text) => Encoding.UTF8.GetBytes(FormattableString.Invariant(text));
}
