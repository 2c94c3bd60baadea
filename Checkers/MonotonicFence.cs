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
    private readonly List<Fence> _ofClosed = [];
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
        foreach (var fence in _ofClosed)
            ended += fence.Engine == engine ? fence.Reached : 0;
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
    internal override void Judge(JobDispatched dispatched, OpenJob job, OpenSession session)
    {
        var fence = session.Lines.FenceOf(dispatched.Session, dispatched.Engine);
        (job.Fence, job.PlaceInLine) = (fence, ++fence.HandedOut);
    }

    /// <inheritdoc/>
    internal override void Judge(JobCompleted completed, OpenJob? job, OpenSession session) => End(job, isJudged: true);

    /// <inheritdoc/>
    internal override void Judge(JobAborted aborted, OpenJob? job, OpenSession session) =>
        End(job, isJudged: aborted.Reason != AbortReason.EngineLost);

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        // Its jobs on engines still hold their fences.
        if (happened is SessionClosed && session.Lines.IsUsed)
            Keep(session.Lines);
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

    private void Keep(Lines left)
    {
        left.MoveTo(_ofClosed);
        Settle();
    }

    // Only a sum is kept of what is over.
    private void Settle()
    {
        for (var i = _ofClosed.Count - 1; i >= 0; i--)
        {
            var fence = _ofClosed[i];
            if (fence.Reached < fence.HandedOut)
                continue;
            if (fence.Engine >= _endedOfClosed.Length)
                Array.Resize(ref _endedOfClosed, fence.Engine + 1);
            _endedOfClosed[fence.Engine] += fence.Reached;
            _ofClosed.RemoveAt(i);
        }
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
        if (job?.Fence is not { } fence)
            return;
        var place = job.PlaceInLine;
        if (isJudged)
        {
            Reach();
            if (place < fence.Reached)
            {
                Violate($"job {job.Number} of session {fence.Session} ended on engine {fence.Engine} after job {fence.ReachedBy}, " +
                    "which was handed to it later");
            }
        }

        if (place > fence.Reached)
            (fence.Reached, fence.ReachedBy) = (place, job.Number);
    }

    // The fences of one session.
    internal sealed class Lines
    {
        private Fence?[] _fences = [];

        public bool IsUsed { get; private set; }

        public Fence? Find(int engine) => engine < _fences.Length ? _fences[engine] : null;

        public Fence FenceOf(int session, int engine)
        {
            if (_fences.Length <= engine)
                Array.Resize(ref _fences, Math.Max(4, engine + 1));
            IsUsed = true;
            return _fences[engine] ??= new Fence(session, engine);
        }

        public void MoveTo(List<Fence> fences)
        {
            foreach (ref var fence in _fences.AsSpan())
            {
                if (fence is not null)
                    fences.Add(fence);
                fence = null;
            }

            IsUsed = false;
        }
    }

    internal sealed class Fence(int session, int engine)
    {
        public int Session => session;

        public int Engine => engine;

        // Places in the line are counted from 1.
        public long HandedOut { get; set; }

        public long Reached { get; set; }

        public long ReachedBy { get; set; }
    }
}
