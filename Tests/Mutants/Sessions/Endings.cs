using Sim.Hardware.Sessions;
using Sim.Tests.Mutants.World;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

// How jobs end.

/// <summary>Answers of engines that come while a key switch has not opened are lost.</summary>
internal sealed class LosesAnswersWhileSwitching(ISessionMachine right) : WrongSession(right)
{
    private int _notOpen;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is not JobEnded || _notOpen == 0)
            base.Step(happened, effects);
    }

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect.Kind == Kinds.RefreshFinished)
            _notOpen++;
        else if (effect.Kind == Kinds.KeySwitched)
            _notOpen--;
    }
}

internal sealed class CompletesTwice(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.Completed)
            effects.Add(effect);
    }
}

internal sealed class TakesFaultForCompletion(ISessionMachine right) : WrongSession(right)
{
    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects) =>
        base.Step(happened is JobEnded ended ? ended with { Fault = null } : happened, effects);
}

internal sealed class TellsNoFault(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (effect is not { Kind: Kinds.Aborted, Abort: AbortReason.EngineFault or AbortReason.EngineHung })
            effects.Add(effect);
    }
}

/// <summary>A job that is refused because the session is busy is aborted besides.</summary>
internal sealed class AbortsRefusedJob(ISessionMachine right) : WrongSession(right)
{
    private LatchedJob? _latched;

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.Accepted)
            _latched = effect.Job;
    }

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        var first = effects.Count;
        base.Step(happened, effects);
        if (happened is DecryptionBlt blt && _latched is { } like
            && effects.Skip(first).Any(effect => effect is { Kind: Kinds.Refused, Refusal: JobRefusal.DeviceBusy }))
        {
            effects.Add(SessionEffect.Aborted(
                new LatchedJob(like.Session, like.Position, like.Epoch, like.Key, blt), AbortReason.EngineFault));
        }
    }
}

/// <summary>A job goes to two engines; the answer of the second is not waited for.</summary>
internal sealed class HandsOutTwice(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind != Kinds.Dispatch)
            return;
        var job = effect.Job!;
        var second = new LatchedJob(job.Session, job.Position, job.Epoch, job.Key, job.Blt);
        effects.Add(SessionEffect.Dispatch(second, (effect.Engine + 1) % Workload.Engines, effect.Slot));
    }
}

/// <summary>A job that an engine failed is told as aborted, and handed out again all the same.</summary>
internal sealed class RetriesAbortedJob(ISessionMachine right) : WrongSession(right)
{
    private readonly Dictionary<LatchedJob, SessionEffect> _handedOut = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<LatchedJob> _retried = new(ReferenceEqualityComparer.Instance);

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        base.Step(happened, effects);
        if (happened is not JobEnded ended)
            return;
        if (_retried.Remove(ended.Job))
            effects.Add(SessionEffect.Completed(ended.Job, engine: 0));
        else if (ended.Fault is AbortReason.EngineFault or AbortReason.EngineHung && _retried.Add(ended.Job))
            effects.Add(_handedOut[ended.Job]);
    }

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect.Kind == Kinds.Dispatch)
            _handedOut[effect.Job!] = effect;
    }
}
