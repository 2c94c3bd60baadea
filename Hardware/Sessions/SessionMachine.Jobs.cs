using System.Runtime.CompilerServices;

namespace Sim.Hardware.Sessions;

// Jobs: acceptance, latching, endings.
public sealed partial class SessionMachine
{
    private void Submit(DecryptionBlt blt, ISessionShell shell)
    {
        if (RefusalOf(blt) is { } refusal)
        {
            shell.CarryOut(SessionEffect.Refused(blt.Job, refusal));
            return;
        }

        var job = Accept(blt, shell);
        if (policy.LetsGoOn(job, _decisions, out var slot))
            Dispatch(job, slot, shell);
    }

    // The IV rules look at a job, and at the first part of a transfer: the other parts continue its key stream.
    private LatchedJob Accept(DecryptionBlt blt, ISessionShell shell, bool continues = false)
    {
        var isIncreasing = _ivs.Record(blt);
        if (blt.ContentKey is not null && !continues)
            TellMisuse(blt, isIncreasing, shell);
        var job = Latch(blt);
        _keys.Latch();
        _jobs.Accept(job);
        shell.Accept(job);
        return job;
    }

    private static void TellMisuse(DecryptionBlt blt, bool isIncreasing, ISessionShell shell)
    {
        if (!isIncreasing)
            shell.CarryOut(SessionEffect.Misused(nameof(DecryptionBlt), Misuse.IvNotIncreasing));
        if (IvHistory.Wraps(blt))
            shell.CarryOut(SessionEffect.Misused(nameof(DecryptionBlt), Misuse.CounterWrap));
    }

    // A number in use comes first: its refusal must not be taken for that of the job that holds the number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private JobRefusal? RefusalOf(DecryptionBlt blt) => _phase switch
    {
        _ when _jobs.Contains(blt.Job) => JobRefusal.DuplicateJob,
        SessionPhase.Created => JobRefusal.NoSessionKey,
        SessionPhase.KeyLost => JobRefusal.KeyLost,
        SessionPhase.Closed => JobRefusal.SessionClosed,
        _ when !blt.IsWellFormed => JobRefusal.InvalidLayout,
        _ when blt.Engine is { } engine && _choice.IsUnfit(engine) => JobRefusal.EngineUnfit,
        _ when IsStale(blt) => JobRefusal.StaleContentKey,
        _ when _jobs.Count >= _limits.Jobs => JobRefusal.DeviceBusy,
        _ when blt.ContentKey is null && !_ivs.IsIncreasing(blt) => JobRefusal.IvNotIncreasing,
        _ when blt.ContentKey is null && IvHistory.Wraps(blt) => JobRefusal.CounterWrap,
        _ => null,
    };

    // Without an epoch on the wrap nobody can tell: it would be unwrapped to another key, and the bytes would be garbage.
    private bool IsStale(DecryptionBlt blt) =>
        blt.WrapEpoch is { } epoch && epoch != _keys.Epoch && blt.ContentKey is not null;

    private LatchedJob Latch(DecryptionBlt blt)
    {
        if (_jobs.Spent is not { } job)
            return new LatchedJob(session, ++_position, _keys.Epoch, _keys.Current, blt) { Priority = _limits.Priority };
        job.Latch(++_position, _keys.Epoch, _keys.Current, blt);
        return job;
    }

    private void End(JobEnded ended, ISessionShell shell)
    {
        var job = ended.Job;
        if (!_jobs.TryEnd(job, isSpent: ReferenceEquals(ended, job.Done)))
            return;
        var isComplete = ended.Fault is null && _phase == SessionPhase.Ready;
        if (isComplete)
            shell.Complete(job, job.Engine);
        else
            Abort(ended, shell);
        EndPart(job.Job, isComplete, shell);
        LeaveEngine(job, shell);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Abort(JobEnded ended, ISessionShell shell) =>
        shell.CarryOut(SessionEffect.Aborted(ended.Job, _phase switch
        {
            SessionPhase.Closed => AbortReason.SessionClosed,
            SessionPhase.KeyLost => AbortReason.KeyLost,
            _ => ended.Fault!.Value,
        }));

    private void LeaveEngine(LatchedJob job, ISessionShell shell)
    {
        _choice.Ended(job.Engine);
        _keys.Unlatch(job.KeyEpoch, shell);
        policy.Ended(job, _decisions);
    }

    private void LoseEngine(int engine, ISessionShell shell)
    {
        _choice.Lose(engine);
        while (_jobs.TryFindOn(engine, out var job))
        {
            _jobs.TryEnd(job);
            shell.CarryOut(SessionEffect.Aborted(job, AbortReason.EngineLost));
            EndPart(job.Job, isComplete: false, shell);
            LeaveEngine(job, shell);
        }

        policy.Lost(engine, _decisions);
    }
}
