using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Output;

/// <summary>
/// Draws a short run as text: for each session one lane per engine, in it the session's jobs as letters of their epochs, and
/// through all lanes the moments when a key change was accepted and when its barrier opened. So one sees that under
/// <c>drain</c> no B stands left of the end of the last A, and that under <c>slots</c> B begins on one engine while A still
/// runs on another. Columns are events in their order, not time.
/// </summary>
/// <param name="engines">Number of engines.</param>
public sealed class LaneView(int engines) : ITraceListener
{
    /// <summary>The width that is used unless another one is asked for.</summary>
    public const int DefaultWidth = 110;

    /// <summary>A run of more jobs is not drawn, and nothing of it is kept.</summary>
    public const int MaxJobs = 2_000;

    private const int MaxColumns = 2 * MaxJobs;

    private readonly SortedDictionary<int, string> _policies = [];
    private readonly Dictionary<long, OpenJob> _jobs = [];
    private readonly LaneRun?[] _running = new LaneRun?[engines];
    private readonly List<LaneRun> _runs = [];
    private readonly List<LaneColumn> _columns = [];
    private int _accepted;

    /// <summary>True when the run has become too long to draw.</summary>
    public bool IsTooLong { get; private set; }

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        if (IsTooLong)
            return;
        switch (happened)
        {
            case SessionOpened opened:
                _policies[opened.Session] = opened.Policy;
                break;
            case JobSubmitted submitted:
                _accepted++;
                _jobs[submitted.Job] = new OpenJob(submitted.Session, submitted.Epoch, Run: null);
                break;
            case JobStarted started when _jobs.TryGetValue(started.Job, out var job) && started.Engine < engines:
                Start(started, job);
                break;
            case JobCompleted completed:
                End(completed.Job, isAborted: false);
                break;
            case JobAborted aborted:
                End(aborted.Job, isAborted: true);
                break;
            case RefreshFinished finished:
                _columns.Add(new LaneColumn(finished.Session, LaneDrawing.Accepted));
                break;
            case KeyNegotiated { Epoch: > 0 } negotiated:
                _columns.Add(new LaneColumn(negotiated.Session, LaneDrawing.Accepted));
                break;
            case KeySwitched switched:
                var isOpen = switched.Reason is SwitchReason.Refreshed or SwitchReason.Renegotiated;
                _columns.Add(new LaneColumn(switched.Session, isOpen ? LaneDrawing.Opened : LaneDrawing.GivenUp));
                break;
            case EngineHung hung when _jobs.TryGetValue(hung.Job, out var job) && job.Run is { } run:
                run.HangsFrom = _columns.Count;
                break;
        }

        if (_accepted > MaxJobs || _columns.Count > MaxColumns)
            GiveUp();
    }

    /// <summary>Draws what was recorded.</summary>
    /// <param name="width">Most characters in a line; longer runs are broken into bands.</param>
    /// <returns>The text; null when no job ran, or when it is too long to read.</returns>
    public string? Render(int width = DefaultWidth) =>
        IsTooLong || _runs.Count == 0 ? null : new LaneDrawing(engines, _policies, _columns, _runs).Render(width);

    private void Start(JobStarted started, OpenJob job)
    {
        // An engine runs one job at a time: the one before is done, even if its session has not said so yet.
        if (_running[started.Engine] is { Last: null } before)
            before.Last = _columns.Count - 1;
        var run = new LaneRun(job.Session, job.Epoch, started.Engine, first: _columns.Count);
        _running[started.Engine] = run;
        _runs.Add(run);
        _jobs[started.Job] = job with { Run = run };
        _columns.Add(new LaneColumn(job.Session, Mark: null));
    }

    private void End(long number, bool isAborted)
    {
        if (!_jobs.Remove(number, out var job) || job.Run is not { } run)
            return;
        run.IsAborted = isAborted;
        run.Last ??= _columns.Count - 1;
    }

    private void GiveUp()
    {
        IsTooLong = true;
        _policies.Clear();
        _jobs.Clear();
        _runs.Clear();
        _columns.Clear();
        Array.Clear(_running);
    }

    private readonly record struct OpenJob(int Session, int Epoch, LaneRun? Run);
}
