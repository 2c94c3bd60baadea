using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

/// <summary>A Finish that has no number of its own is honoured all the same, with some other number.</summary>
internal abstract class FinishesAgain(ISessionMachine right) : WrongSession(right)
{
    private bool _again;

    /// <summary>The number that it applies; null: none.</summary>
    protected SessionKeyNonce? Number { get; set; }

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        _again = false;
        base.Step(happened, effects);
        if (!_again || Number is not { } number)
            return;
        StepUnseen(new StartSessionKeyRefresh(SessionKey.Size, number));
        base.Step(happened, effects);
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        _again = effect is { Kind: Kinds.Misuse, Rule: Misuse.FinishWithoutStart };
        if (!_again || Number is null)
            effects.Add(effect);
    }
}

internal sealed class AppliesNumberTwice(ISessionMachine right) : FinishesAgain(right)
{
    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect.Kind == Kinds.RefreshStarted)
            Number = effect.Nonce;
    }
}

internal sealed class CountsFinishWithoutStart : FinishesAgain
{
    public CountsFinishWithoutStart(ISessionMachine right)
        : base(right) => Number = default(SessionKeyNonce);
}

internal sealed class KeepsNumberOverNegotiation(ISessionMachine right) : FinishesAgain(right)
{
    private SessionKeyNonce? _pending;

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect.Kind == Kinds.RefreshStarted)
            _pending = effect.Nonce;
        else if (effect.Kind == Kinds.Negotiated)
            Number = _pending;
        else if (effect.Kind == Kinds.RefreshFinished)
            Number = _pending = null;
    }
}

internal sealed class ArmsRefusedStart(ISessionMachine right) : FinishesAgain(right)
{
    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect is { Kind: Kinds.Misuse, Rule: Misuse.RefreshLimit } && happened is StartSessionKeyRefresh start)
            Number = start.Nonce;
        else if (effect.Kind is Kinds.RefreshFinished or Kinds.RefreshStarted)
            Number = null;
    }
}

/// <summary>A session that is over begins an epoch still.</summary>
/// <param name="right">The right session.</param>
/// <param name="forgotten">The rule that it does not know.</param>
internal sealed class FinishesWhenOver(ISessionMachine right, Misuse forgotten) : WrongSession(right)
{
    private long _position;
    private int _epoch;
    private bool _hasNumber;

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect.Kind == Kinds.Accepted)
            _position = effect.Job!.Position;
        else if (effect.Kind is Kinds.Negotiated or Kinds.RefreshFinished)
            (_position, _epoch, _hasNumber) = (effect.Position, effect.Epoch, false);
        else if (effect.Kind == Kinds.RefreshStarted)
            (_position, _hasNumber) = (_position + 1, true);
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        var isFinish = effect is { Kind: Kinds.Misuse, Call: nameof(FinishSessionKeyRefresh) } && effect.Rule == forgotten;
        if (!isFinish || !_hasNumber)
        {
            effects.Add(effect);
            return;
        }

        _hasNumber = false;
        effects.Add(SessionEffect.RefreshFinished(++_position, ++_epoch));
    }
}
