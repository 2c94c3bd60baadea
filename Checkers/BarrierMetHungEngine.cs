using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>
/// A key switch was pending while an engine hung that had a job of the session's older epochs, whichever came first. An
/// engine hangs until it is reset or the job that it hangs on has ended.
/// </summary>
public sealed class BarrierMetHungEngine() : Property(
    nameof(BarrierMetHungEngine),
    PropertyKind.Sometimes,
    typeof(JobDispatched),
    typeof(JobCompleted),
    typeof(JobAborted),
    typeof(RefreshFinished),
    typeof(KeyNegotiated),
    typeof(EngineHung),
    typeof(EngineReset))
{
    private readonly NumberTable<long> _hung = new();

    /// <inheritdoc/>
    internal override bool SleepsThrough(Type happened) => happened != typeof(EngineHung) && happened != typeof(EngineReset);

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case EngineHung hung:
                Docket.Wake();
                _hung.Set(hung.Engine, hung.Job);
                LookAtAll();
                break;
            case EngineReset reset:
                _hung.Remove(reset.Engine);
                break;
        }
    }

    /// <inheritdoc/>
    internal override void Judge(in Dispatch dispatched, OpenJob job, OpenSession session)
    {
        if (_hung.Count > 0)
            Look(dispatched.Epoch, dispatched.Engine, session);
    }

    /// <inheritdoc/>
    internal override void Judge(in Completion completed, OpenJob? job, OpenSession session) => End(job);

    /// <inheritdoc/>
    internal override void Judge(JobAborted aborted, OpenJob? job, OpenSession session) => End(job);

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        if (_hung.Count == 0)
            return;
        if (happened is RefreshFinished finished)
            LookBehind(session, finished.Epoch);
        else if (happened is KeyNegotiated { Epoch: > 0 } negotiated)
            LookBehind(session, negotiated.Epoch);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _hung.Clear();
    }

    private void End(OpenJob? job)
    {
        if (_hung.Count > 0 && job is { IsHandedOut: true } && _hung.TryGet(job.Engine, out var hangsOn) && hangsOn == job.Number)
            _hung.Remove(job.Engine);
    }

    // A key switch begins that the docket does not know yet.
    private void LookBehind(OpenSession session, int epoch)
    {
        foreach (var job in Docket.Jobs())
        {
            if (job.IsHandedOut && job.Session == session && job.HandedOutEpoch < epoch && _hung.Contains(job.Engine))
                Reach();
        }
    }

    private void LookAtAll()
    {
        foreach (var job in Docket.Jobs())
        {
            if (job.IsHandedOut)
                Look(job.HandedOutEpoch, job.Engine, job.Session!);
        }
    }

    private void Look(int epoch, int engine, OpenSession session)
    {
        if (_hung.Contains(engine) && session.Switches > 0 && epoch < session.NewestEpoch)
            Reach();
    }
}
