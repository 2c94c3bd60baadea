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
    typeof(KeySwitched),
    typeof(EngineHung),
    typeof(EngineReset),
    typeof(SessionClosed))
{
    private readonly NumberTable<long> _hung = new();

    /// <inheritdoc/>
    internal override bool SleepsThrough(Type happened) =>
        happened == typeof(JobDispatched) || happened == typeof(JobCompleted) || happened == typeof(JobAborted);

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
    internal override void Judge(JobDispatched dispatched, OpenJob job, OpenSession session)
    {
        if (_hung.Count > 0)
            Look(dispatched.Epoch, dispatched.Engine, session);
    }

    /// <inheritdoc/>
    internal override void Judge(JobCompleted completed, OpenJob? job, OpenSession session) => End(job);

    /// <inheritdoc/>
    internal override void Judge(JobAborted aborted, OpenJob? job, OpenSession session) => End(job);

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        switch (happened)
        {
            case RefreshFinished finished:
                Request(session, finished.Epoch);
                break;
            case KeyNegotiated { Epoch: > 0 } negotiated:
                Request(session, negotiated.Epoch);
                break;
            case KeySwitched when session.Pending.IsKnown:
                session.Pending.Switches--;
                break;
            case SessionClosed:
                session.Pending = default;
                break;
        }
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

    private void Request(OpenSession session, int epoch)
    {
        if (IsReached)
            return;
        session.Pending = new Pending(session.Pending.Switches + 1, epoch);
        if (_hung.Count > 0)
            LookAtAll();
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
        if (_hung.Contains(engine) && session.Pending.IsKnown && epoch < session.Pending.NewestEpoch)
            Reach();
    }

    internal record struct Pending(int Switches, int NewestEpoch)
    {
        public readonly bool IsKnown => Switches > 0;
    }
}
