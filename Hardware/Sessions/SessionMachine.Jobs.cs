namespace Sim.Hardware.Sessions;

// Jobs: acceptance, latching, endings.
public sealed partial class SessionMachine
{
    private void Submit(DecryptionBlt blt, ICollection<SessionEffect> effects)
    {
        if (RefusalOf(blt) is { } refusal)
        {
            effects.Add(SessionEffect.Refused(blt.Job, refusal));
            return;
        }

        Accept(blt, effects);
    }

    // The IV rules look at a job, and at the first part of a transfer: the other parts continue its key stream.
    private void Accept(DecryptionBlt blt, ICollection<SessionEffect> effects, bool continues = false)
    {
        var isIncreasing = _ivs.Record(blt);
        if (blt.ContentKey is not null && !continues)
            TellMisuse(blt, isIncreasing, effects);
        var job = Latch(blt);
        _keys.Latch();
        _jobs.Accept(job);
        effects.Add(SessionEffect.Accepted(job));
        policy.Accepted(job, _decisions);
    }

    private static void TellMisuse(DecryptionBlt blt, bool isIncreasing, ICollection<SessionEffect> effects)
    {
        if (!isIncreasing)
            effects.Add(SessionEffect.Misused(nameof(DecryptionBlt), Misuse.IvNotIncreasing));
        if (IvHistory.Wraps(blt))
            effects.Add(SessionEffect.Misused(nameof(DecryptionBlt), Misuse.CounterWrap));
    }

    // A number in use comes first: its refusal must not be taken for that of the job that holds the number.
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
        if (_spent is not { } job)
            return new LatchedJob(session, ++_position, _keys.Epoch, _keys.Current, blt) { Priority = _limits.Priority };
        _spent = job.SpentBefore;
        job.Latch(++_position, _keys.Epoch, _keys.Current, blt);
        return job;
    }

    private void End(JobEnded ended, ICollection<SessionEffect> effects)
    {
        if (!_jobs.TryEnd(ended.Job, out var engine))
            return;
        if (ReferenceEquals(ended, ended.Job.Done))
            (ended.Job.SpentBefore, _spent) = (_spent, ended.Job);
        effects.Add(_phase switch
        {
            SessionPhase.Closed => SessionEffect.Aborted(ended.Job, AbortReason.SessionClosed),
            SessionPhase.KeyLost => SessionEffect.Aborted(ended.Job, AbortReason.KeyLost),
            _ when ended.Fault is { } fault => SessionEffect.Aborted(ended.Job, fault),
            _ => SessionEffect.Completed(ended.Job, engine),
        });
        EndPart(ended.Job.Job, ended.Fault is null && _phase == SessionPhase.Ready, effects);
        LeaveEngine(ended.Job, engine, effects);
    }

    private void LeaveEngine(LatchedJob job, int engine, ICollection<SessionEffect> effects)
    {
        _choice.Ended(engine);
        _keys.Unlatch(job.KeyEpoch, effects);
        policy.Ended(job, _decisions);
    }

    private void LoseEngine(int engine, ICollection<SessionEffect> effects)
    {
        _choice.Lose(engine);
        while (_jobs.TryFindOn(engine, out var job))
        {
            _jobs.TryEnd(job, out _);
            effects.Add(SessionEffect.Aborted(job, AbortReason.EngineLost));
            EndPart(job.Job, isComplete: false, effects);
            LeaveEngine(job, engine, effects);
        }

        policy.Lost(engine, _decisions);
    }
}
