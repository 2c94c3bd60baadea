using Sim.Actors;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Broken;

/// <summary>
/// Deliberately wrong: the random number is not cleared at the Finish, so that a second Finish applies it again, and with
/// it brings the key before back. Everything else is the <c>slots</c> policy.
/// </summary>
public sealed class NonceNotClearedMachines : IDeviceMachines
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "broken-nonce-not-cleared";

    private readonly PolicyMachines _right = new("slots");

    /// <inheritdoc/>
    public string Policy => Name;

    /// <inheritdoc/>
    public ISessionMachine Session(int session, SessionLimits limits, int engines) =>
        new RememberingSession(_right.Session(session, limits, engines));

    /// <inheritdoc/>
    public IEngineMachine Engine(int engine) => _right.Engine(engine);

    // A Finish without a number of its own gets the last one, through a Start that nobody hears of.
    private sealed class RememberingSession(ISessionMachine inner) : ISessionMachine
    {
        private readonly List<SessionEffect> _unheard = [];
        private SessionKeyNonce? _last;
        private bool _pending;

        public void Step(SessionEvent happened, ICollection<SessionEffect> effects)
        {
            if (happened is FinishSessionKeyRefresh && !_pending && _last is { } again)
            {
                inner.Step(new StartSessionKeyRefresh(SessionKey.Size, again), _unheard);
                _unheard.Clear();
            }

            var first = effects.Count;
            inner.Step(happened, effects);
            foreach (var effect in effects.Skip(first))
            {
                if (effect.Kind == SessionEffect.Kinds.RefreshStarted)
                    (_last, _pending) = (effect.Nonce, true);
                else if (effect.Kind is SessionEffect.Kinds.RefreshFinished or SessionEffect.Kinds.Negotiated)
                    _pending = false;
            }
        }
    }
}
