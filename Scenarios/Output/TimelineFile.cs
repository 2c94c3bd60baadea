using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Output;

/// <summary>
/// Writes a run for people to look at (docs/timeline.md), as JSON that Perfetto and chrome://tracing open: engines and sessions
/// are tracks, jobs and barriers are spans. The file appears under its name when <see cref="Commit"/> is called. What is
/// remembered is what is open: jobs that have not ended, sessions that are not closed.
/// </summary>
public sealed class TimelineFile : ITraceListener, IDisposable
{
    private readonly TimelineWriter _writer;
    private readonly List<TimelineEngine> _engines = [];
    private readonly Dictionary<int, TimelineSession> _sessions = [];
    private readonly Dictionary<long, TimelineJob> _jobs = [];
    private readonly HashSet<int> _usedSlots = [];
    private (long Job, TimeSpan At)? _accepted;
    private TimeSpan _now;
    private int _held;

    /// <summary>Makes the file.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="engines">Engines in the pool; each has a track, also when it does nothing.</param>
    /// <exception cref="MediaException">It cannot be written.</exception>
    public TimelineFile(string path, int engines)
    {
        _writer = new TimelineWriter(path);
        _writer.NameProcess(TimelineTrack.Engines, "engines");
        _writer.NameProcess(TimelineTrack.Sessions, "sessions");
        EngineOf(engines - 1);
    }

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        if (_writer.IsBroken)
            return;
        _now = at;
        if (_accepted is { } accepted)
            Settle(accepted.Job, accepted.At, happened);
        switch (happened)
        {
            case JobSubmitted submitted:
                Accept(submitted, at);
                break;
            case JobDispatched dispatched:
                Queue(dispatched, at);
                break;
            case JobStarted started:
                Start(started, at);
                break;
            case JobCompleted completed:
                End(completed.Job, at, failure: null);
                break;
            case JobAborted aborted:
                End(aborted.Job, at, aborted.Reason.ToString());
                Say(aborted.Session, at, Invariant($"j{aborted.Job} aborted: {aborted.Reason}"));
                break;
            case KeySlotChanged slot:
                Use(slot.Change, at);
                break;
            case EngineHung hung:
                EngineOf(hung.Engine).Hang(hung.Job, at);
                break;
            case EngineReset reset:
                EngineOf(reset.Engine).Reset(reset.Job, reset.Reason.ToString(), at);
                break;
            case KeyMarkerMet met:
                EngineOf(met.Engine).Meet(met.Session, met.Epoch, at);
                break;
            case PlaintextCompared { Mismatch: { } mismatch } compared:
                _writer.Instant(TimelineTrack.Sessions, at, "client"u8, Invariant($"j{compared.Job} wrong plaintext"), "mismatch", mismatch);
                break;
            default:
                OnSession(at, happened);
                break;
        }
    }

    /// <summary>Ends what is open, writes what is left and puts the file in its place.</summary>
    /// <exception cref="MediaException">It could not be written.</exception>
    public void Commit()
    {
        if (_accepted is { } accepted)
            Hold(accepted.Job, accepted.At);
        foreach (var engine in _engines)
            engine.GiveUp(_now);
        foreach (var (_, session) in _sessions.OrderBy(session => session.Key))
            session.GiveUp(_now);
        _writer.Commit();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void OnSession(TimeSpan at, TraceEvent happened)
    {
        switch (happened)
        {
            case SessionOpened opened:
                _writer.NameTrack(
                    TimelineTrack.Session(opened.Session), Invariant($"session {opened.Session} ({opened.Policy})"));
                break;
            case KeyNegotiated { Epoch: 0 } first:
                Say(first.Session, at, "Negotiate");
                break;
            case KeyNegotiated negotiated:
                SessionOf(negotiated.Session).BeginEpoch(negotiated.Epoch, negotiated.Position, "Negotiate", at);
                break;
            case RefreshStarted started:
                Say(started.Session, at, "Start");
                break;
            case RefreshFinished finished:
                SessionOf(finished.Session).BeginEpoch(finished.Epoch, finished.Position, "Finish", at);
                break;
            case KeySwitched switched:
                SessionOf(switched.Session).EndBarrier(switched.Epoch, switched.Reason.ToString(), at);
                Forget(switched.Session);
                break;
            case JobRefused refused:
                Say(refused.Session, at, Invariant($"j{refused.Job} refused: {refused.Status}"));
                break;
            case CallMisused misused:
                Say(misused.Session, at, Invariant($"misuse: {misused.Rule}"), "call", misused.Call);
                break;
            case SessionKeyLost lost:
                Say(lost.Session, at, "key lost");
                break;
            case SessionClosed closed:
                Say(closed.Session, at, "closed");
                SessionOf(closed.Session).IsClosed = true;
                Forget(closed.Session);
                break;
        }
    }

    // A job that goes to an engine by the very next event was never held.
    private void Settle(long job, TimeSpan at, TraceEvent next)
    {
        if (next is JobDispatched dispatched && dispatched.Job == job)
            _accepted = null;
        else
            Hold(job, at);
    }

    private void Hold(long number, TimeSpan at)
    {
        _accepted = null;
        ref var job = ref CollectionsMarshal.GetValueRefOrNullRef(_jobs, number);
        job = job with { Place = TimelineJob.Places.Held };
        CountHeld(at, ++_held);
    }

    private void Accept(JobSubmitted submitted, TimeSpan at)
    {
        End(submitted.Job, at, failure: null);
        _jobs.Add(
            submitted.Job,
            new TimelineJob(
                submitted.Session,
                submitted.Epoch,
                submitted.Bytes,
                SessionOf(submitted.Session).Beginning,
                TimelineJob.Places.Accepted,
                Engine: -1));
        _accepted = (submitted.Job, at);
    }

    private void Queue(JobDispatched dispatched, TimeSpan at)
    {
        ref var job = ref CollectionsMarshal.GetValueRefOrNullRef(_jobs, dispatched.Job);
        if (Unsafe.IsNullRef(ref job))
            return;
        Leave(dispatched.Job, job, at, failure: null);
        job = job with { Place = TimelineJob.Places.Queued, Engine = dispatched.Engine };
        EngineOf(dispatched.Engine).Enqueue(at);
    }

    private void Start(JobStarted started, TimeSpan at)
    {
        ref var job = ref CollectionsMarshal.GetValueRefOrNullRef(_jobs, started.Job);
        if (Unsafe.IsNullRef(ref job))
            return;
        Leave(started.Job, job, at, failure: null);
        job = job with { Place = TimelineJob.Places.Running, Engine = started.Engine };
        EngineOf(started.Engine).Start(started.Job, job, started.CheckValue, at);
    }

    private void End(long number, TimeSpan at, string? failure)
    {
        if (_jobs.Remove(number, out var job))
            Leave(number, job, at, failure);
    }

    private void Leave(long number, in TimelineJob job, TimeSpan at, string? failure)
    {
        switch (job.Place)
        {
            case TimelineJob.Places.Held:
                CountHeld(at, --_held);
                break;
            case TimelineJob.Places.Queued:
                EngineOf(job.Engine).Dequeue(at);
                break;
            case TimelineJob.Places.Running:
                EngineOf(job.Engine).End(number, at, failure);
                break;
        }
    }

    private void Use(in KeySlotDecision change, TimeSpan at)
    {
        var hasChanged = change.Kind switch
        {
            KeySlotDecision.Kinds.Granted => _usedSlots.Add(change.Slot),
            KeySlotDecision.Kinds.Idled or KeySlotDecision.Kinds.Zeroed => _usedSlots.Remove(change.Slot),
            _ => false,
        };
        if (hasChanged)
            _writer.Counter(TimelineTrack.Engines, at, "key slots", "in use"u8, _usedSlots.Count);
    }

    private void CountHeld(TimeSpan at, int held) =>
        _writer.Counter(TimelineTrack.Sessions, at, "held", "jobs"u8, held);

    private void Say(int session, TimeSpan at, string what, string? argument = null, string? value = null) =>
        _writer.Instant(TimelineTrack.Session(session), at, "session"u8, what, argument, value);

    private TimelineEngine EngineOf(int engine)
    {
        while (_engines.Count <= engine)
            _engines.Add(new TimelineEngine(_writer, _engines.Count));
        return _engines[engine];
    }

    private TimelineSession SessionOf(int session)
    {
        if (!_sessions.TryGetValue(session, out var found))
            _sessions.Add(session, found = new TimelineSession(_writer, session));
        return found;
    }

    // What a closed session still does is told without it: aborted jobs, calls that come too late.
    private void Forget(int session)
    {
        if (_sessions.TryGetValue(session, out var known) && known is { IsClosed: true, HasBarriers: false })
            _sessions.Remove(session);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
