using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

/// <summary>A wrong session that computes the session's keys along with it, as copies that nobody wipes.</summary>
internal abstract class KeyFollower(ISessionMachine right) : WrongSession(right)
{
    private SessionKeyNonce _number;

    /// <summary>The key of the newest epoch.</summary>
    protected SessionKey Key { get; private set; } = null!;

    /// <summary>The key of the epoch before.</summary>
    protected SessionKey? KeyBefore { get; private set; }

    /// <summary>The newest epoch.</summary>
    protected int Epoch { get; private set; }

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect.Kind == Kinds.RefreshStarted)
            _number = effect.Nonce;
        else if (effect.Kind == Kinds.RefreshFinished)
            Begin(effect.Epoch, Key.Refresh(_number));
        else if (effect.Kind == Kinds.Negotiated)
            // XOR with zero makes a copy.
            Begin(effect.Epoch, ((NegotiateKey)happened).Key!.Refresh(default));
    }

    private void Begin(int epoch, SessionKey key) => (Epoch, KeyBefore, Key) = (epoch, Key, key);
}
