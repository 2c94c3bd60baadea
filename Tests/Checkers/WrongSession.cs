using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Checkers;

/// <summary>A session machine with something wrong about it: it rewrites what the right one decides.</summary>
/// <param name="right">The right one.</param>
internal abstract class WrongSession(ISessionMachine right) : ISessionMachine
{
    private readonly List<SessionEffect> _decided = [];

    protected ISessionMachine Right => right;

    public virtual void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        _decided.Clear();
        right.Step(happened, _decided);
        foreach (var effect in _decided)
            Rewrite(effect, effects);
    }

    protected abstract void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects);
}

/// <summary>The one register of the session is overwritten at Finish, while jobs that latched it are unfinished.</summary>
internal sealed class OverwritesKeyEarly(ISessionMachine right) : WrongSession(right)
{
    private readonly HashSet<SessionKey> _latched = new(ReferenceEqualityComparer.Instance);
    private SessionKeyNonce _number;

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.Accepted)
            _latched.Add(effect.Job!.Key);
        else if (effect.Kind == Kinds.ZeroKey)
            _latched.Remove(effect.Key!);
        else if (effect.Kind == Kinds.RefreshStarted)
            _number = effect.Nonce;
        if (effect.Kind != Kinds.RefreshFinished)
            return;
        Span<byte> bytes = stackalloc byte[SessionKey.Size];
        foreach (var key in _latched)
        {
            _number.Write(bytes);
            key.Cipher.Load(bytes);
        }
    }
}

/// <summary>The random number is not cleared: a second Finish applies it again, and the old key is back.</summary>
internal sealed class AppliesNumberTwice(ISessionMachine right) : WrongSession(right)
{
    private SessionKeyNonce? _number;
    private bool _again;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        _again = false;
        base.Step(happened, effects);
        if (!_again || _number is not { } number)
            return;
        List<SessionEffect> unseen = [];
        Right.Step(new StartSessionKeyRefresh(SessionKey.Size, number), unseen);
        if (unseen.Exists(effect => effect.Kind == Kinds.RefreshStarted))
            Right.Step(happened, effects);
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (effect.Kind == Kinds.RefreshStarted)
            _number = effect.Nonce;
        _again = effect is { Kind: Kinds.Misuse, Rule: Misuse.FinishWithoutStart };
        if (!_again)
            effects.Add(effect);
    }
}

/// <summary>A job that completes is told twice.</summary>
internal sealed class EndsTwice(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.Completed)
            effects.Add(effect);
    }
}

/// <summary>The ending of an aborted job is never told.</summary>
internal sealed class DropsAbortion(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (effect.Kind != Kinds.Aborted)
            effects.Add(effect);
    }
}

/// <summary>Barriers end without a word.</summary>
internal sealed class NeverOpens(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (effect.Kind != Kinds.KeySwitched)
            effects.Add(effect);
    }
}

/// <summary>Barriers are announced when they are asked for and once more when they open.</summary>
internal sealed class OpensTwice(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.KeySwitched)
            effects.Add(effect);
    }
}

/// <summary>The slot of the old key is given up at Finish, not at the last ending.</summary>
internal sealed class FreesSlotEarly(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect is { Kind: Kinds.RefreshFinished, Epoch: > 0 })
            effects.Add(SessionEffect.ReleaseSlot(effect.Epoch - 1, retired: true));
    }
}

/// <summary>Every key change is announced one epoch late, as if a counter had been read before it was raised.</summary>
internal sealed class CountsLate(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects) =>
        effects.Add(effect.Kind == Kinds.RefreshFinished
            ? SessionEffect.RefreshFinished(effect.Position, effect.Epoch - 1)
            : effect);
}
