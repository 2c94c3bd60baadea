using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

// What a session asks of the device's slots, and what it makes of the answers.

internal sealed class FreesSlotAtFinish(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.RefreshFinished)
            effects.Add(SessionEffect.ReleaseSlot(effect.Epoch - 1, retired: true));
    }
}

internal sealed class FreesSlotAtFirstEnding(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.Completed)
            effects.Add(SessionEffect.ReleaseSlot(effect.Job!.Epoch, retired: false));
    }
}

internal sealed class FreesSlotOfNextEpoch(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects) =>
        effects.Add(effect is { Kind: Kinds.ReleaseSlot, Retired: true }
            ? SessionEffect.ReleaseSlot(effect.Epoch + 1, retired: true)
            : effect);
}

internal sealed class UsesSlotOfOldEpoch(ISessionMachine right) : WrongSession(right)
{
    private readonly Dictionary<int, int> _slotOfEpoch = [];

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (effect.Kind == Kinds.Dispatch)
            _slotOfEpoch[effect.Job!.Epoch] = effect.Slot;
        effects.Add(effect.Kind == Kinds.Dispatch && _slotOfEpoch.TryGetValue(effect.Job!.Epoch - 1, out var old)
            ? SessionEffect.Dispatch(effect.Job, effect.Engine, old)
            : effect);
    }
}

/// <summary>A slot for an epoch that a Finish has ended meanwhile is taken for a mistake, though jobs are held for it.</summary>
internal sealed class DropsGrantOfOldEpoch(ISessionMachine right) : WrongSession(right)
{
    private int _epoch;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is not KeySlotGranted granted || granted.Epoch >= _epoch)
            base.Step(happened, effects);
    }

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect.Kind == Kinds.RefreshFinished)
            _epoch = effect.Epoch;
    }
}

/// <summary>A slot that comes after the key was lost is not given back.</summary>
internal sealed class KeepsGrantAfterLoss(ISessionMachine right) : WrongSession(right)
{
    private bool _isLost;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        _isLost |= happened is LoseKey;
        if (!_isLost || happened is not KeySlotGranted)
            base.Step(happened, effects);
    }
}

/// <summary>A slot that another session waited for is given back, and not asked for again.</summary>
internal sealed class DoesNotAskAgain(ISessionMachine right) : WrongSession(right)
{
    private int _wanted = -1;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is KeySlotWanted wanted)
            _wanted = wanted.Epoch;
        base.Step(happened, effects);
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (effect.Kind != Kinds.AcquireSlot || effect.Epoch != _wanted)
            effects.Add(effect);
    }
}
