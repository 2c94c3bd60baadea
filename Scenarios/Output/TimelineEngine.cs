using System.Globalization;
using System.Text.Unicode;
using Sim.Hardware.Crypto;

namespace Sim.Scenarios.Output;

/// <summary>
/// One engine's track. A job is written when it leaves the engine, since only then it is known how: the engine is left when the
/// session tells the job's ending, or before, when the engine does something else.
/// </summary>
internal sealed class TimelineEngine
{
    private const int MaxName = 96;

    private readonly TimelineWriter _writer;
    private readonly TimelineTrack _track;
    private readonly string _queueName;
    private int _queued;
    private TimelineJob _job;
    private long? _number;
    private TimeSpan _since;
    private KeyCheckValue _key;
    private bool _isFirstOfEpoch;

    public TimelineEngine(TimelineWriter writer, int engine)
    {
        (_writer, _track) = (writer, TimelineTrack.Engine(engine));
        _queueName = string.Create(CultureInfo.InvariantCulture, $"engine {engine} queue");
        writer.NameTrack(_track, string.Create(CultureInfo.InvariantCulture, $"engine {engine}"));
    }

    public void Enqueue(TimeSpan at) => CountQueue(at, ++_queued);

    public void Dequeue(TimeSpan at) => CountQueue(at, --_queued);

    public void Start(long number, in TimelineJob job, in KeyCheckValue key, TimeSpan at)
    {
        Leave(at);
        (_number, _job, _key, _since) = (number, job, key, at);
        _isFirstOfEpoch = job.Beginning is { HasStarted: false };
        if (job.Beginning is { } beginning)
            beginning.HasStarted = true;
    }

    public void Hang(long number, TimeSpan at)
    {
        if (_number == number)
            _writer.Instant(_track, at, "engine"u8, "hangs");
    }

    /// <summary>The engine is reset.</summary>
    /// <param name="number">The job that it aborts; null: none.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When.</param>
    public void Reset(long? number, string reason, TimeSpan at)
    {
        Leave(at, number == _number ? reason : null);
        _writer.Instant(_track, at, "engine"u8, "reset", "reason", reason);
    }

    public void Meet(int session, int epoch, TimeSpan at)
    {
        Leave(at);
        _writer.Instant(_track, at, "engine"u8, string.Create(CultureInfo.InvariantCulture, $"marker s{session} e{epoch}"));
    }

    /// <summary>A job has ended; nothing happens when the engine has left it before.</summary>
    public void End(long number, TimeSpan at, string? failure)
    {
        if (_number == number)
            Leave(at, failure);
    }

    /// <summary>The run is over.</summary>
    public void GiveUp(TimeSpan at) => Leave(at, "never", "not ended");

    // Writes the job that runs, if there is one, as running until now.
    private void Leave(TimeSpan at, string? failure = null, string mark = "aborted")
    {
        if (_number is not { } number)
            return;
        _number = null;
        var name = NameOf(number, failure is null ? null : mark, stackalloc byte[MaxName]);
        var args = _writer.Span(
            _track, _since, at, "job"u8, name, failure is null ? EpochMarks.ColourOf(_job.Epoch) : EpochMarks.FailureColour);
        args.WriteNumber("session"u8, _job.Session);
        args.WriteNumber("job"u8, number);
        args.WriteNumber("epoch"u8, _job.Epoch);
        args.WriteNumber("bytes"u8, _job.Bytes);
        args.WriteString("kcv"u8, _key.ToString());
        if (failure is not null)
            args.WriteString("ended"u8, failure);
        _writer.EndArguments();
        if (_isFirstOfEpoch)
            _writer.Arrow(TimelineTrack.Session(_job.Session), _job.Beginning!.At, _track, _since, "first of its epoch"u8);
    }

    private ReadOnlySpan<byte> NameOf(long number, string? mark, Span<byte> name)
    {
        // The letter comes first for the eye, and because Perfetto takes a span's colour from its name without the digits.
        var letter = EpochMarks.LetterOf(_job.Epoch, mark is not null);
        Utf8.TryWrite(
            name,
            CultureInfo.InvariantCulture,
            $"{letter} s{_job.Session} j{number} e{_job.Epoch}{(mark is null ? "" : " ")}{mark}",
            out var written);
        return name[..written];
    }

    private void CountQueue(TimeSpan at, int queued) =>
        _writer.Counter(TimelineTrack.Engines, at, _queueName, "jobs"u8, queued);
}
