using System.Collections.Concurrent;
using Sim.Actors;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Broken;

/// <summary>
/// Deliberately wrong: the key is looked up when work starts, not latched when the job is accepted. A job that waits in an
/// engine's queue while a refresh is finished then runs with the new key. Everything else is the <c>slots</c> policy.
/// </summary>
public sealed class LateLatchMachines : IDeviceMachines
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "broken-late-latch";

    private readonly PolicyMachines _right = new("slots");
    private readonly ConcurrentDictionary<int, SessionKey> _keyInForce = new();

    /// <inheritdoc/>
    public string Policy => Name;

    /// <inheritdoc/>
    public ISessionMachine Session(int session, SessionLimits limits, int engines) =>
        new PublishingSession(_right.Session(session, limits, engines), key => _keyInForce[session] = key);

    /// <inheritdoc/>
    public IEngineMachine Engine(int engine) => new LateEngine(_right.Engine(engine), _keyInForce);

    // Follows the session's key with copies of its own, and tells the engines of each new one at once.
    private sealed class PublishingSession(ISessionMachine inner, Action<SessionKey> publish) : ISessionMachine
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
                    // XOR with zero makes a copy that the session does not wipe.
                    publish(_key = key.Refresh(default));
                    break;
                case SessionEffect.Kinds.RefreshFinished:
                    publish(_key = _key!.Refresh(_nonce));
                    break;
            }
        }
    }

    private sealed class LateEngine(IEngineMachine inner, ConcurrentDictionary<int, SessionKey> keyInForce) : IEngineMachine
    {
        public EngineEffect Step(EngineEvent happened)
        {
            var effect = inner.Step(happened);
            return effect.Kind == EngineEffect.Kinds.Start
                ? EngineEffect.Start(effect.Job!, keyInForce[effect.Job!.Session])
                : effect;
        }
    }
}
