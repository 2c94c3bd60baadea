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
    // The first session whose keys an engine still has, of engines that lost any.
    private readonly NumberTable<int> _lost = new();

    /// <inheritdoc/>
    internal override bool SleepsThrough(Type happened) => happened == typeof(JobStarted);

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        if (happened is not EngineKeysLost lost)
            return;
        _lost.Set(lost.Engine, lost.FirstSession);
        Docket.Wake();
    }

    /// <inheritdoc/>
    internal override void Judge(in Submission submitted, OpenJob job, OpenSession session)
    {
        var epochs = Of(session);
        var epoch = epochs.Current;
        if (submitted.Epoch != epoch.Number)
            ViolateBy(submitted, epoch);
        RequireKey(epochs, submitted.Job, "was accepted");
        epoch.OpenJobs++;
        job.Epoch = epoch;
    }

    /// <inheritdoc/>
    internal override void Judge(JobStarted started, OpenJob? job)
    {
        if (job?.Epoch is not { } epoch || !_lost.TryGet(started.Engine, out var first) || epoch.Session.Number >= first)
            return;
        Violate($"job {started.Job} of session {epoch.Session.Number} at position {job.Position} began on engine " +
            $"{started.Engine} after the engine had lost its key");
    }

    /// <inheritdoc/>
    internal override void Judge(in Completion completed, OpenJob? job, OpenSession session)
    {
        if (job?.Epoch is { } epoch)
            Completed(job, epoch);
    }

    /// <inheritdoc/>
    internal override void Judge(JobAborted aborted, OpenJob? job, OpenSession session)
    {
        if (job?.Epoch is { } epoch)
            End(epoch);
    }

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        switch (happened)
        {
            case KeyNegotiated negotiated:
                var epochs = Of(session);
                epochs.Begin();
                epochs.Current.Key = negotiated.CheckValue;
                break;
            case RefreshStarted:
                Of(session).HasNumber = true;
                break;
            case RefreshFinished finished:
                Finished(finished, Of(session));
                break;
            case KeySwitched switched when session.Epochs is { } switching:
                Switched(switched, switching);
                break;
            case SessionKeyLost:
                Of(session).IsKeyLost = true;
                break;
            case SessionClosed when session.Epochs is { } over:
                over.IsClosed = true;
                ForgetIfOver(over);
                break;
        }
    }

    /// <inheritdoc/>
    public override void AtEnd()
    {
        if (!Docket.HasSessions)
            return;
        foreach (var session in Docket.Sessions())
        {
            foreach (var epoch in session.Epochs?.All() ?? [])
                JudgeEarly(epoch, expected: null);
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _lost.Clear();
    }

    private void Finished(RefreshFinished finished, SessionEpochs epochs)
    {
        if (!epochs.HasNumber)
        {
            Violate($"session {finished.Session}: epoch {finished.Epoch} at position {finished.Position} began " +
                "without a random number of its own");
        }

        epochs.Begin();
    }

    private void Completed(OpenJob job, KeyEpoch epoch)
    {
        Reach();
        var epochs = epoch.Session;
        if (epochs.IsKeyLost || epochs.IsClosed || epoch.Key is null || job.Used != epoch.Key)
            CompletedOddly(job, epoch);
        End(epoch);
    }

    // Apart, so that it costs nothing where all is well.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CompletedOddly(OpenJob job, KeyEpoch epoch)
    {
        RequireKey(epoch.Session, job.Number, "completed");
        if (epoch.Key is not { } expected)
            epoch.AddEarly(Finished(job));
        else if (job.Used != expected)
            ViolateBy(epoch, Finished(job), expected, jobs: 1);
    }

    private static FinishedJob Finished(OpenJob job) =>
        new(job.Number, job.Position, job.Used, job.UsedBy);

    private void RequireKey(SessionEpochs epochs, long job, string what)
    {
        if (epochs.IsKeyLost || epochs.IsClosed)
            ViolateBy(epochs, job, what);
    }

    private void ViolateBy(in Submission submitted, KeyEpoch epoch) =>
        Violate($"job {submitted.Job} of session {submitted.Session} at position {submitted.Position} is tagged " +
            $"epoch {submitted.Epoch}, its position is in epoch {epoch.Number}");

    private void ViolateBy(SessionEpochs epochs, long job, string what) =>
        Violate($"job {job} of session {epochs.Number} {what} after the session {(epochs.IsClosed ? "was closed" : "lost its key")}");

    private static void End(KeyEpoch epoch)
    {
        epoch.OpenJobs--;
        epoch.Session.ForgetIfEmpty(epoch);
        ForgetIfOver(epoch.Session);
    }

    private void Switched(KeySwitched switched, SessionEpochs epochs)
    {
        if (epochs.Find(switched.Epoch) is not { } epoch)
            return;
        epoch.Key = switched.CheckValue;
        JudgeEarly(epoch, switched.CheckValue);
        epochs.ForgetIfEmpty(epoch);
        ForgetIfOver(epochs);
    }

    private void JudgeEarly(KeyEpoch epoch, KeyCheckValue? expected)
    {
        if (!epoch.HasEarly)
            return;
        foreach (var early in epoch.TakeEarly())
        {
            if (early.First.Used is not { } used || used != expected)
                ViolateBy(epoch, early.First, expected, early.Jobs);
        }
    }

    private void ViolateBy(KeyEpoch epoch, in FinishedJob job, KeyCheckValue? expected, long jobs)
    {
        var others = jobs > 1 ? $", and {jobs - 1} more jobs of that epoch" : "";
        Violate(
            $"job {job.Number} of session {epoch.Session.Number} at position {job.Position} (epoch {epoch.Number}, key {Show(expected)}) " +
            $"completed on engine {job.Engine} with key {Show(job.Used)}{others}",
            jobs);
    }

    private static void ForgetIfOver(SessionEpochs epochs)
    {
        if (epochs.IsOver)
            epochs.Forget();
    }

    private static string Show(KeyCheckValue? value) => value?.ToString() ?? "unknown";

    private static SessionEpochs Of(OpenSession session) => session.Epochs ?? session.BeginEpochs();
}
