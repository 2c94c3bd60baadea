using System.Collections.Concurrent;
using Sim.Actors;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Broken;

/// <summary>
/// Deliberately wrong: a session has one key register in the hardware, as under <c>drain</c>, but a Finish overwrites it at
/// once, while jobs that latched the old key are queued or running.
/// </summary>
public sealed class NoDrainMachines : IDeviceMachines
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "broken-no-drain";

    private readonly PolicyMachines _right = new("drain");
    private readonly ConcurrentDictionary<int, SessionKey> _registers = new();

    /// <inheritdoc/>
    public string Policy => Name;

    /// <inheritdoc/>
    public ISessionMachine Session(int session, SessionLimits limits, int engines)
    {
        var register = _registers[session] = new SessionKey(stackalloc byte[SessionKey.Size]);
        return new OverwritingSession(new SessionMachine(session, limits, new NoDrainPolicy(), engines), register);
    }

    /// <inheritdoc/>
    public IEngineMachine Engine(int engine) => new RegisterEngine(_right.Engine(engine), _registers);

    // Overwrites the register with each new key as soon as it is accepted.
    private sealed class OverwritingSession(ISessionMachine inner, SessionKey register) : ISessionMachine
    {
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
                    register.Overwrite(key);
                    break;
                case SessionEffect.Kinds.RefreshFinished:
                    using (var next = register.Refresh(_nonce))
                        register.Overwrite(next);
                    break;
            }
        }
    }

    private sealed class RegisterEngine(IEngineMachine inner, ConcurrentDictionary<int, SessionKey> registers) : IEngineMachine
    {
        public EngineEffect Step(EngineEvent happened)
        {
            var effect = inner.Step(happened);
            return effect.Kind == EngineEffect.Kinds.Start
                ? EngineEffect.Start(effect.Job!, registers[effect.Job!.Session])
                : effect;
        }
    }
}
