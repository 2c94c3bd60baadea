using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

// When a key is latched, overwritten and wiped.

/// <summary>The one key register of the session is overwritten at Finish, while jobs that latched it are unfinished.</summary>
internal sealed class OverwritesKeyAtFinish(ISessionMachine right) : KeyFollower(right)
{
    private readonly HashSet<SessionKey> _latched = new(ReferenceEqualityComparer.Instance);

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        base.Look(happened, effect);
        if (effect.Kind == Kinds.Accepted)
            _latched.Add(effect.Job!.Key);
        else if (effect.Kind == Kinds.ZeroKey)
            _latched.Remove(effect.Key!);
        if (effect.Kind != Kinds.RefreshFinished)
            return;
        foreach (var key in _latched)
            key.Overwrite(Key);
    }
}

internal sealed class WipesKeyAtFinish(ISessionMachine right) : WrongSession(right)
{
    private SessionKey? _latched;

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.Accepted)
            _latched = effect.Job!.Key;
        else if (effect.Kind == Kinds.RefreshFinished && _latched is { } old)
            effects.Add(SessionEffect.ZeroKey(effect.Epoch - 1, old));
    }
}

/// <summary>A key whose epoch is over is wiped with the last job that is on an engine; those that are held are not counted.</summary>
internal sealed class WipesKeyOfHeldJobs(ISessionMachine right) : WrongSession(right)
{
    private readonly HashSet<LatchedJob> _onEngines = new(ReferenceEqualityComparer.Instance);
    private int _epoch;

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.RefreshFinished)
            _epoch = effect.Epoch;
        else if (effect.Kind == Kinds.Dispatch)
            _onEngines.Add(effect.Job!);
        if (effect.Kind is Kinds.Completed or Kinds.Aborted && _onEngines.Remove(effect.Job!) && IsLast(effect.Job!))
            effects.Add(SessionEffect.ZeroKey(effect.Job!.Epoch, effect.Job.Key));
    }

    private bool IsLast(LatchedJob job) => job.Epoch < _epoch && _onEngines.All(other => other.Epoch != job.Epoch);
}

/// <summary>A job latches its key when it goes on to an engine, not when it is accepted.</summary>
internal sealed class LatchesAtRelease(ISessionMachine right) : RelatchingSession(right)
{
    protected override LatchedJob Relatch(LatchedJob job) => new(job.Session, job.Position, job.Epoch, Key, job.Blt);
}

/// <summary>A job that an engine failed is handed out again, under the key that is in force by then.</summary>
internal sealed class LatchesAgainAfterReset(ISessionMachine right) : RelatchingSession(right)
{
    private readonly Dictionary<LatchedJob, SessionEffect> _handedOut = new(ReferenceEqualityComparer.Instance);

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is not JobEnded { Fault: AbortReason.EngineFault or AbortReason.EngineHung } failed
            || !_handedOut.Remove(failed.Job, out var before))
        {
            base.Step(happened, effects);
            return;
        }

        var again = new LatchedJob(failed.Job.Session, failed.Job.Position, Epoch, Key, failed.Job.Blt);
        effects.Add(SessionEffect.Dispatch(Answered(again, failed.Job), before.Engine, before.Slot));
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.Dispatch)
            _handedOut[effect.Job!] = effect;
    }

    protected override LatchedJob? Relatch(LatchedJob job) => null;
}

/// <summary>The wrapped content key of the first job is kept, and used for all that follow.</summary>
internal sealed class KeepsWrappedContentKey(ISessionMachine right) : RelatchingSession(right)
{
    private WrappedContentKey? _kept;

    protected override LatchedJob? Relatch(LatchedJob job)
    {
        if (job.Blt.ContentKey is not { } asked)
            return null;
        _kept ??= asked;
        return new LatchedJob(job.Session, job.Position, job.Epoch, job.Key, job.Blt with { ContentKey = _kept });
    }
}
