using System.Runtime.CompilerServices;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>
/// Every job that completes did so with the key of the epoch at its position. The epoch is counted here from the order of
/// the session's own events, and compared with the check value of the key bytes that the engine held. A Finish that has
/// no random number of its own begins no epoch that a client knows of, so it is a violation too. So is a job that is
/// accepted or completes after its session's key was lost or the session closed, and one that an engine begins after the
/// hardware has lost the keys of its session: no key is in force then.
/// </summary>
public sealed class EpochAtSubmission() : Property(
    nameof(EpochAtSubmission),
    PropertyKind.Always,
    typeof(JobSubmitted),
    typeof(JobStarted),
    typeof(JobCompleted),
    typeof(JobAborted),
    typeof(KeyNegotiated),
    typeof(RefreshStarted),
    typeof(RefreshFinished),
    typeof(KeySwitched),
    typeof(EngineKeysLost),
    typeof(SessionKeyLost),
    typeof(SessionClosed))
{
    private readonly NumberTable<SessionEpochs> _sessions = new();
    private readonly NumberTable<OpenJob> _jobs = new();

    // The first session whose keys an engine still has, of engines that lost any.
    private readonly NumberTable<int> _lost = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case JobSubmitted submitted:
                Submitted(submitted);
                break;
            case JobStarted started:
                Started(started);
                break;
            case JobCompleted completed when _jobs.Remove(completed.Job, out var job):
                Completed(completed.Job, job);
                break;
            case JobAborted aborted when _jobs.Remove(aborted.Job, out var job):
                End(job);
                break;
            case KeyNegotiated negotiated:
                var epochs = Of(negotiated.Session);
                epochs.Begin();
                epochs.Current.Key = negotiated.CheckValue;
                break;
            case RefreshStarted started:
                Of(started.Session).HasNumber = true;
                break;
            case RefreshFinished finished:
                Finished(finished);
                break;
            case KeySwitched switched when _sessions.TryGet(switched.Session, out var switching):
                Switched(switched, switching);
                break;
            case EngineKeysLost lost:
                _lost.Set(lost.Engine, lost.FirstSession);
                break;
            case SessionKeyLost lost:
                Of(lost.Session).IsKeyLost = true;
                break;
            case SessionClosed closed when _sessions.TryGet(closed.Session, out var over):
                over.IsClosed = true;
                ForgetIfOver(over);
                break;
        }
    }

    /// <inheritdoc/>
    public override void AtEnd()
    {
        if (_sessions.Count == 0)
            return;
        foreach (var (session, epochs) in _sessions.All().OrderBy(known => known.Number))
        {
            foreach (var epoch in epochs.All())
                JudgeEarly((int)session, epoch, expected: null);
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _sessions.Clear();
        _jobs.Clear();
        _lost.Clear();
    }

    private void Submitted(JobSubmitted submitted)
    {
        var epochs = Of(submitted.Session);
        var epoch = epochs.Current;
        if (submitted.Epoch != epoch.Number)
        {
            Violate($"job {submitted.Job} of session {submitted.Session} at position {submitted.Position} is tagged " +
                $"epoch {submitted.Epoch}, its position is in epoch {epoch.Number}");
        }

        RequireKey(epochs, submitted.Job, "was accepted");
        epoch.OpenJobs++;
        _jobs.Set(submitted.Job, new OpenJob(epochs, epoch, submitted.Position, Used: null, Engine: -1));
    }

    private void Started(JobStarted started)
    {
        ref var job = ref _jobs.Find(started.Job);
        if (Unsafe.IsNullRef(ref job))
            return;
        job = job with { Used = started.CheckValue, Engine = started.Engine };
        if (_lost.Count > 0 && _lost.TryGet(started.Engine, out var first) && job.Session.Session < first)
        {
            Violate($"job {started.Job} of session {job.Session.Session} at position {job.Position} began on engine " +
                $"{started.Engine} after the engine had lost its key");
        }
    }

    private void Finished(RefreshFinished finished)
    {
        var epochs = Of(finished.Session);
        if (!epochs.HasNumber)
        {
            Violate($"session {finished.Session}: epoch {finished.Epoch} at position {finished.Position} began " +
                "without a random number of its own");
        }

        epochs.Begin();
    }

    private void Completed(long number, in OpenJob job)
    {
        Reach();
        RequireKey(job.Session, number, "completed");
        var finished = new FinishedJob(number, job.Position, job.Used, job.Engine);
        if (job.Epoch.Key is { } expected)
            Judge(job.Session.Session, job.Epoch.Number, finished, expected, jobs: 1);
        else
            job.Epoch.AddEarly(finished);
        End(job);
    }

    private void RequireKey(SessionEpochs epochs, long job, string what)
    {
        if (epochs.IsKeyLost || epochs.IsClosed)
        {
            Violate($"job {job} of session {epochs.Session} {what} after the session " +
                (epochs.IsClosed ? "was closed" : "lost its key"));
        }
    }

    private void End(in OpenJob job)
    {
        job.Epoch.OpenJobs--;
        job.Session.ForgetIfEmpty(job.Epoch);
        ForgetIfOver(job.Session);
    }

    private void Switched(KeySwitched switched, SessionEpochs epochs)
    {
        if (epochs.Find(switched.Epoch) is not { } epoch)
            return;
        epoch.Key = switched.CheckValue;
        JudgeEarly(switched.Session, epoch, switched.CheckValue);
        epochs.ForgetIfEmpty(epoch);
        ForgetIfOver(epochs);
    }

    private void JudgeEarly(int session, KeyEpoch epoch, KeyCheckValue? expected)
    {
        if (!epoch.HasEarly)
            return;
        foreach (var early in epoch.TakeEarly())
            Judge(session, epoch.Number, early.First, expected, early.Jobs);
    }

    private void Judge(int session, int epoch, in FinishedJob job, KeyCheckValue? expected, long jobs)
    {
        if (expected is { } right && job.Used == right)
            return;
        var others = jobs > 1 ? $", and {jobs - 1} more jobs of that epoch" : "";
        Violate(
            $"job {job.Number} of session {session} at position {job.Position} (epoch {epoch}, key {Show(expected)}) " +
            $"completed on engine {job.Engine} with key {Show(job.Used)}{others}",
            jobs);
    }

    private void ForgetIfOver(SessionEpochs epochs)
    {
        if (epochs.IsOver)
            _sessions.Remove(epochs.Session);
    }

    private static string Show(KeyCheckValue? value) => value?.ToString() ?? "unknown";

    private SessionEpochs Of(int session)
    {
        if (!_sessions.TryGet(session, out var epochs))
            _sessions.Set(session, epochs = new SessionEpochs(session));
        return epochs;
    }

    private readonly record struct OpenJob(
        SessionEpochs Session, KeyEpoch Epoch, long Position, KeyCheckValue? Used, int Engine);
}
