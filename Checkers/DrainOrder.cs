using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

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

    private readonly NumberTable<Pipeline> _sessions = new();
    private readonly NumberTable<(Pipeline Pipeline, int Epoch)> _jobs = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case JobDispatched dispatched when _sessions.TryGet(dispatched.Session, out var pipeline):
                Dispatched(dispatched, pipeline);
                break;
            case JobCompleted completed:
                End(completed.Job);
                break;
            case JobAborted aborted:
                End(aborted.Job);
                break;
            case SessionOpened { Policy: Policy } opened:
                _sessions.Set(opened.Session, new Pipeline());
                break;
            case SessionClosed closed:
                _sessions.Remove(closed.Session);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _sessions.Clear();
        _jobs.Clear();
    }

    private void Dispatched(JobDispatched dispatched, Pipeline pipeline)
    {
        // A job that is handed out again is in flight once.
        End(dispatched.Job);
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
        _jobs.Set(dispatched.Job, (pipeline, dispatched.Epoch));
    }

    private void End(long job)
    {
        if (_jobs.Remove(job, out var at))
            at.Pipeline.Leave(at.Epoch);
    }

    // The jobs of one session that are on engines: of the newest epoch that was handed out, and of older ones.
    private sealed class Pipeline
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
