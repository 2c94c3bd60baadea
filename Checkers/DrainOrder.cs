using Sim.Actors.Tracing;

namespace Sim.Checkers;

/// <summary>
/// Under the <c>drain</c> policy no job of a new epoch is handed to an engine before the last one of an older epoch that
/// was handed out has ended. Judged on the session's own events: engines begin and end jobs in an order that need not be
/// that of the trace's lines. Sessions of other policies are not judged.
/// </summary>
public sealed class DrainOrder() : Property(
    nameof(DrainOrder),
    PropertyKind.Always,
    typeof(JobDispatched),
    typeof(JobCompleted),
    typeof(JobAborted),
    typeof(SessionOpened),
    typeof(SessionClosed))
{
    private const string Policy = "drain";

    /// <inheritdoc/>
    internal override bool SleepsThrough(Type happened) =>
        happened == typeof(JobDispatched) || happened == typeof(JobCompleted) || happened == typeof(JobAborted);

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
    }

    /// <inheritdoc/>
    internal override void Judge(in Dispatch dispatched, OpenJob job, OpenSession session)
    {
        if (session.Pipeline is { } pipeline)
            Dispatched(dispatched, job, pipeline);
    }

    /// <inheritdoc/>
    internal override void Judge(in Completion completed, OpenJob? job, OpenSession session) => End(job);

    /// <inheritdoc/>
    internal override void Judge(JobAborted aborted, OpenJob? job, OpenSession session) => End(job);

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        switch (happened)
        {
            case SessionOpened { Policy: Policy }:
                session.Pipeline = new Pipeline();
                Docket.Wake();
                break;
            case SessionClosed:
                session.Pipeline = null;
                break;
        }
    }

    private void Dispatched(in Dispatch dispatched, OpenJob job, Pipeline pipeline)
    {
        // A job that is handed out again is in flight once.
        End(job);
        if (dispatched.Epoch < pipeline.Epoch)
        {
            Violate($"job {dispatched.Job} of session {dispatched.Session}, epoch {dispatched.Epoch}, was handed out " +
                $"after a job of epoch {pipeline.Epoch}");
        }
        else if (dispatched.Epoch > pipeline.Epoch)
        {
            if (pipeline.Epoch >= 0)
                Reach();
            pipeline.Begin(dispatched.Epoch);
        }

        if (dispatched.Epoch == pipeline.Epoch && pipeline.OldJobs > 0)
        {
            Violate($"job {dispatched.Job} of session {dispatched.Session}, epoch {dispatched.Epoch}, was handed out " +
                $"while jobs of older epochs are unfinished on engines: {pipeline.OldJobs}");
        }

        pipeline.Enter(dispatched.Epoch);
        (job.Pipeline, job.PipelineEpoch) = (pipeline, dispatched.Epoch);
    }

    private static void End(OpenJob? job) => job?.Pipeline?.Leave(job.PipelineEpoch);

    // The jobs of one session that are on engines: of the newest epoch that was handed out, and of older ones.
    internal sealed class Pipeline
    {
        private int _newJobs;

        public int Epoch { get; private set; } = -1;

        public int OldJobs { get; private set; }

        public void Begin(int epoch)
        {
            Epoch = epoch;
            OldJobs += _newJobs;
            _newJobs = 0;
        }

        public void Enter(int epoch) => Count(epoch, 1);

        public void Leave(int epoch) => Count(epoch, -1);

        private void Count(int epoch, int jobs)
        {
            if (epoch == Epoch)
                _newJobs += jobs;
            else
                OldJobs += jobs;
        }
    }
}
