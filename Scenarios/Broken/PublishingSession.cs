using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Broken;

/// <summary>Follows a session's key with copies of its own, which the session does not wipe, and tells of each new one as soon as it is accepted.</summary>
/// <param name="inner">The session's rules.</param>
/// <param name="publish">Told each new key.</param>
internal sealed class PublishingSession(ISessionMachine inner, Action<SessionKey> publish) : ISessionMachine
{
    private SessionKey? _key;
    private SessionKeyNonce _nonce;

    public void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        var first = effects.Count;
        inner.Step(happened, effects);
        foreach (var effect in effects.Skip(first))
            Follow(happened, effect);
    }

    private void Follow(SessionEvent happened, in SessionEffect effect)
    {
        switch (effect.Kind)
        {
            case SessionEffect.Kinds.RefreshStarted:
                _nonce = effect.Nonce;
                break;
            case SessionEffect.Kinds.Negotiated when happened is NegotiateKey { Key: { } key }:
                // XOR with zero makes a copy.
                publish(_key = key.Refresh(default));
                break;
            case SessionEffect.Kinds.RefreshFinished:
                publish(_key = _key!.Refresh(_nonce));
                break;
        }
    }
}
