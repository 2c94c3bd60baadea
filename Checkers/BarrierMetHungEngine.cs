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
    private readonly NumberTable<Pending> _pending = new();
    private readonly NumberTable<OnEngine> _jobs = new();
    private readonly NumberTable<long> _hung = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        if (IsReached)
            return;
        switch (happened)
        {
            case JobDispatched dispatched:
                var job = new OnEngine(dispatched.Session, dispatched.Epoch, dispatched.Engine);
                _jobs.Set(dispatched.Job, job);
                if (_hung.Count > 0)
                    Look(job);
                break;
            case JobCompleted completed:
                End(completed.Job);
                break;
            case JobAborted aborted:
                End(aborted.Job);
                break;
            case RefreshFinished finished:
                Request(finished.Session, finished.Epoch);
                break;
            case KeyNegotiated { Epoch: > 0 } negotiated:
                Request(negotiated.Session, negotiated.Epoch);
                break;
            case KeySwitched switched:
                Open(switched.Session);
                break;
            case EngineHung hung:
                _hung.Set(hung.Engine, hung.Job);
                LookAtAll();
                break;
            case EngineReset reset:
                _hung.Remove(reset.Engine);
                break;
            case SessionClosed closed:
                _pending.Remove(closed.Session);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _pending.Clear();
        _jobs.Clear();
        _hung.Clear();
    }

    private void End(long number)
    {
        if (_jobs.Remove(number, out var job) && _hung.TryGet(job.Engine, out var hangsOn) && hangsOn == number)
            _hung.Remove(job.Engine);
    }

    private void Request(int session, int epoch)
    {
        ref var pending = ref _pending.Add(session, out _);
        pending = new Pending(pending.Switches + 1, epoch);
        if (_hung.Count > 0)
            LookAtAll();
    }

    private void Open(int session)
    {
        if (!_pending.TryGet(session, out var pending))
            return;
        if (pending.Switches > 1)
            _pending.Set(session, pending with { Switches = pending.Switches - 1 });
        else
            _pending.Remove(session);
    }

    private void LookAtAll()
    {
        foreach (var (_, job) in _jobs.All())
            Look(job);
    }

    private void Look(OnEngine job)
    {
        if (_hung.Contains(job.Engine) && _pending.TryGet(job.Session, out var pending) && job.Epoch < pending.NewestEpoch)
            Reach();
    }

    private readonly record struct Pending(int Switches, int NewestEpoch);

    private readonly record struct OnEngine(int Session, int Epoch, int Engine);
}
