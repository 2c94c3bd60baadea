using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

// Close and key loss.

/// <summary>Jobs that are held when the session is over never end.</summary>
/// <typeparam name="TOver">What ends the session.</typeparam>
internal sealed class LeavesHeldJobs<TOver>(ISessionMachine right) : WrongSession(right)
    where TOver : SessionEvent
{
    private bool _isOver;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        _isOver = happened is TOver;
        base.Step(happened, effects);
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (!_isOver || effect.Kind != Kinds.Aborted)
            effects.Add(effect);
    }
}

internal sealed class LeavesBarrierShut(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (effect is not { Kind: Kinds.KeySwitched, Reason: SwitchReason.SessionClosed })
            effects.Add(effect);
    }
}

/// <summary>Jobs on engines are aborted at the close, and again when their engines answer.</summary>
internal sealed class AbortsTwiceAtClose(ISessionMachine right) : WrongSession(right)
{
    private readonly List<LatchedJob> _onEngines = [];

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.Dispatch)
            _onEngines.Add(effect.Job!);
        else if (effect.Kind is Kinds.Completed or Kinds.Aborted)
            _onEngines.Remove(effect.Job!);
        if (effect.Kind != Kinds.Closed)
            return;
        foreach (var job in _onEngines)
            effects.Add(SessionEffect.Aborted(job, AbortReason.SessionClosed));
    }
}

/// <summary>The session's actor stops at the close, whatever is on engines.</summary>
internal sealed class EndsAtClose(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.Closed)
            effects.Add(SessionEffect.Ended());
    }
}

internal sealed class CompletesAfterClose(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects) =>
        effects.Add(effect is { Kind: Kinds.Aborted, Abort: AbortReason.SessionClosed }
            ? SessionEffect.Completed(effect.Job!, engine: 0)
            : effect);
}

/// <summary>The loss is told, and the session goes on as if nothing had happened.</summary>
internal sealed class GoesOnAfterLoss(ISessionMachine right) : WrongSession(right)
{
    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is LoseKey)
            effects.Add(SessionEffect.KeyLost());
        else
            base.Step(happened, effects);
    }
}
