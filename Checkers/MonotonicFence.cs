using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>
/// Each engine is an in-order queue with one progress fence per session: the jobs that a session handed to one engine end in
/// the order in which it handed them out. An abort of a job that is on an engine moves the fence like a completion; a job
/// that is handed out again joins the end of the line; jobs that were never handed out have no place in it. When an engine
/// is lost its whole line ends, and the order of those aborts (<see cref="AbortReason.EngineLost"/>) is not judged. The fence
/// that an engine tells those who wait for it never goes back, not over a reset either.
/// </summary>
public sealed class MonotonicFence() : Property(
    nameof(MonotonicFence),
    PropertyKind.Always,
    typeof(JobDispatched),
    typeof(JobCompleted),
    typeof(JobAborted),
    typeof(FenceRaised),
    typeof(SessionClosed))
{
    private readonly List<EngineLine> _ofClosed = [];
    private ulong[] _raised = [];

    // Of closed sessions whose jobs have all ended, by engine.
    private long[] _endedOfClosed = [];

    /// <summary>
    /// How many jobs have ended on an engine, completed or aborted, if they did in order. Where the engine is lost, what ended with it
    /// counts, too.
    /// </summary>
    internal ulong EndedOn(int engine)
    {
        Settle();
        var ended = engine < _endedOfClosed.Length ? _endedOfClosed[engine] : 0;
        foreach (var line in _ofClosed)
            ended += line.Engine == engine ? line.Reached : 0;
        foreach (var session in Docket.Sessions())
            ended += session.Lines.Find(engine)?.Reached ?? 0;
        return (ulong)ended;
    }

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        if (happened is FenceRaised raised)
            Raise(raised);
    }

    /// <inheritdoc/>
    internal override void Judge(in Dispatch dispatched, OpenJob job, OpenSession session)
    {
        var line = session.Lines.Of(dispatched.Engine);
        (job.Line, job.PlaceInLine) = (line, ++line.HandedOut);
    }

    /// <inheritdoc/>
    internal override void Judge(in Completion completed, OpenJob? job, OpenSession session) => End(job, isJudged: true);

    /// <inheritdoc/>
    internal override void Judge(JobAborted aborted, OpenJob? job, OpenSession session) =>
        End(job, isJudged: aborted.Reason != AbortReason.EngineLost);

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        if (happened is SessionClosed && session.Lines.IsUsed)
            Keep(session);
    }

    /// <inheritdoc/>
    public override void AtEnd() => Settle();

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _ofClosed.Clear();
        Array.Clear(_raised);
        Array.Clear(_endedOfClosed);
    }

    private void Keep(OpenSession closed)
    {
        if (closed.Jobs > 0)
        {
            closed.Lines.MoveTo(_ofClosed);
        }
        else
        {
            foreach (var line in closed.Lines.All)
                Settle(line);
            closed.Lines.Clear();
        }

        Settle();
    }

    // Only a sum is kept of what is over.
    private void Settle()
    {
        for (var i = _ofClosed.Count - 1; i >= 0; i--)
        {
            var line = _ofClosed[i];
            if (line.Reached < line.HandedOut)
                continue;
            Settle(line);
            _ofClosed.RemoveAt(i);
        }
    }

    private void Settle(EngineLine? line)
    {
        if (line is null)
            return;
        if (line.Engine >= _endedOfClosed.Length)
            Array.Resize(ref _endedOfClosed, line.Engine + 1);
        _endedOfClosed[line.Engine] += line.Reached;
    }

    private void Raise(FenceRaised raised)
    {
        Reach();
        if (raised.Engine >= _raised.Length)
            Array.Resize(ref _raised, raised.Engine + 1);
        ref var last = ref _raised[raised.Engine];
        if (raised.Value < last)
            Violate($"the fence of engine {raised.Engine} went back from {last} to {raised.Value}");
        last = Math.Max(last, raised.Value);
    }

    private void End(OpenJob? job, bool isJudged)
    {
        if (job?.Line is not { } line)
            return;
        var place = job.PlaceInLine;
        if (isJudged)
        {
            Reach();
            if (place < line.Reached)
                ViolateBy(job, line);
        }

        if (place > line.Reached)
            (line.Reached, line.ReachedBy) = (place, job.Number);
    }

    private void ViolateBy(OpenJob job, EngineLine line) =>
        Violate($"job {job.Number} of session {job.Session!.Number} ended on engine {line.Engine} after job {line.ReachedBy}, which was handed to it later");
}
