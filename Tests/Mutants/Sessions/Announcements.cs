using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

// What a session tells of its stream and its switches.

internal sealed class TellsEpochBeforeCounting(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects) =>
        effects.Add(effect.Kind == Kinds.RefreshFinished
            ? SessionEffect.RefreshFinished(effect.Position, effect.Epoch - 1)
            : effect);
}

internal sealed class RestartsEpochsAtNegotiation(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects) =>
        effects.Add(effect.Kind == Kinds.Negotiated
            ? SessionEffect.Negotiated(effect.Position, epoch: 0, effect.CheckValue)
            : effect);
}

internal sealed class GivesFinishNoPosition(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects) =>
        effects.Add(effect.Kind == Kinds.RefreshFinished
            ? SessionEffect.RefreshFinished(effect.Position - 1, effect.Epoch)
            : effect);
}

internal sealed class TellsCheckValueOfOldKey(ISessionMachine right) : WrongSession(right)
{
    private KeyCheckValue _old;

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect.Kind == Kinds.KeySwitched
            ? SessionEffect.KeySwitched(effect.Epoch, _old, effect.Reason)
            : effect);
        if (effect.Kind is Kinds.KeySwitched or Kinds.Negotiated)
            _old = effect.CheckValue;
    }
}

internal sealed class TellsOldEpochAtOpening(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects) =>
        effects.Add(effect.Kind == Kinds.KeySwitched
            ? SessionEffect.KeySwitched(effect.Epoch - 1, effect.CheckValue, effect.Reason)
            : effect);
}

internal sealed class OpensTwice(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.KeySwitched)
            effects.Add(effect);
    }
}

internal sealed class OpensInSilenceWhenIdle(ISessionMachine right) : WrongSession(right)
{
    private bool _finishing;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        _finishing = happened is FinishSessionKeyRefresh;
        base.Step(happened, effects);
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (!_finishing || effect.Kind != Kinds.KeySwitched)
            effects.Add(effect);
    }
}
