using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;

namespace Sim.Checkers;

/// <summary>
/// Every job that completes did so with the key of the epoch at its position. The epoch is counted here from the order of
/// the session's own events, and compared with the check value of the key bytes that the engine held. A Finish that has
/// no random number of its own begins no epoch that a client knows of, so it is a violation too.
/// </summary>
public sealed class EpochAtSubmission() : Property(nameof(EpochAtSubmission), PropertyKind.Always)
{
    private readonly Dictionary<int, SessionEpochs> _sessions = [];
    private readonly Dictionary<long, OpenJob> _jobs = [];
    private readonly List<(long Number, OpenJob Job)> _unjudged = [];

    /// <inheritdoc/>
    public override void On(TraceEvent happened)
    {
        switch (happened)
        {
            case KeyNegotiated negotiated:
                var epochs = EpochsOf(negotiated.Session);
                epochs.Begin();
                epochs.Learn(epochs.Current, negotiated.CheckValue);
                break;
            case RefreshStarted started:
                EpochsOf(started.Session).HasNumber = true;
                break;
            case RefreshFinished finished:
                Finished(finished);
                break;
            case KeySwitched switched:
                Switched(switched);
                break;
            case JobSubmitted submitted:
                Submitted(submitted);
                break;
            case JobStarted started when _jobs.TryGetValue(started.Job, out var job):
                _jobs[started.Job] = job with { Used = started.CheckValue, Engine = started.Engine };
                break;
            case JobCompleted completed when _jobs.Remove(completed.Job, out var job):
                Completed(completed.Job, job);
                break;
            case JobAborted aborted when _jobs.Remove(aborted.Job, out var job):
                EpochsOf(job.Session).Close(job.Epoch);
                break;
        }
    }

    /// <inheritdoc/>
    public override void AtEnd()
    {
        foreach (var (number, job) in _unjudged)
            Judge(number, job, expected: null);
    }

    private void Finished(RefreshFinished finished)
    {
        var epochs = EpochsOf(finished.Session);
        if (!epochs.HasNumber)
        {
            Violate($"session {finished.Session}: epoch {finished.Epoch} at position {finished.Position} began " +
                "without a random number of its own");
        }

        epochs.Begin();
    }

    private void Submitted(JobSubmitted submitted)
    {
        var epochs = EpochsOf(submitted.Session);
        if (submitted.Epoch != epochs.Current)
        {
            Violate($"job {submitted.Job} of session {submitted.Session} at position {submitted.Position} is tagged " +
                $"epoch {submitted.Epoch}, its position is in epoch {epochs.Current}");
        }

        epochs.Open();
        _jobs[submitted.Job] = new OpenJob(submitted.Session, submitted.Position, epochs.Current, Used: null, Engine: -1);
    }

    private void Completed(long number, OpenJob job)
    {
        Reach();
        // An engine may be done with a new key before the last engine has switched to it.
        if (EpochsOf(job.Session).Close(job.Epoch) is { } expected)
            Judge(number, job, expected);
        else
            _unjudged.Add((number, job));
    }

    private void Switched(KeySwitched switched)
    {
        EpochsOf(switched.Session).Learn(switched.Epoch, switched.CheckValue);
        for (var i = 0; i < _unjudged.Count; i++)
        {
            var (number, job) = _unjudged[i];
            if (job.Session != switched.Session || job.Epoch != switched.Epoch)
                continue;
            Judge(number, job, switched.CheckValue);
            _unjudged.RemoveAt(i--);
        }
    }

    private void Judge(long number, OpenJob job, KeyCheckValue? expected)
    {
        if (expected is not null && job.Used == expected)
            return;
        Violate($"job {number} of session {job.Session} at position {job.Position} (epoch {job.Epoch}, key " +
            $"{Show(expected)}) completed on engine {job.Engine} with key {Show(job.Used)}");
    }

    private static string Show(KeyCheckValue? value) => value?.ToString() ?? "unknown";

    private SessionEpochs EpochsOf(int session)
    {
        if (!_sessions.TryGetValue(session, out var epochs))
            _sessions.Add(session, epochs = new SessionEpochs());
        return epochs;
    }

    private readonly record struct OpenJob(int Session, long Position, int Epoch, KeyCheckValue? Used, int Engine);
}
