using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

// Sessions that do nothing wrong, since they keep out of every interesting case.

/// <summary>A key switch, and all that the client asks behind it, waits outside the stream until no job is in flight.</summary>
internal sealed class SwitchesWhenIdle(ISessionMachine right) : WrongSession(right)
{
    private readonly Queue<SessionEvent> _asked = [];
    private int _inFlight;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is DecryptionBlt or SplitBlt or NegotiateKey or StartSessionKeyRefresh or FinishSessionKeyRefresh)
            _asked.Enqueue(happened);
        else
            base.Step(happened, effects);
        while (_asked.TryPeek(out var next) && (_inFlight == 0 || next is not (NegotiateKey or FinishSessionKeyRefresh)))
            base.Step(_asked.Dequeue(), effects);
    }

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect.Kind == Kinds.Accepted)
            _inFlight++;
        else if (effect.Kind is Kinds.Completed or Kinds.Aborted)
            _inFlight--;
    }

    // What has ended may be latched anew before its ending is told.
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (effect.Kind is not (Kinds.Completed or Kinds.Aborted))
        {
            effects.Add(effect);
            return;
        }

        var job = effect.Job!;
        var ended = new LatchedJob(job.Session, job.Position, job.Epoch, job.Key, job.Blt);
        effects.Add(effect.Kind == Kinds.Completed ? SessionEffect.Completed(ended, effect.Engine) : SessionEffect.Aborted(ended, effect.Abort));
    }
}

/// <summary>The loss of the key is not heard while a random number or a key switch is pending.</summary>
internal sealed class LosesKeyWhenSettled(ISessionMachine right) : WrongSession(right)
{
    private LoseKey? _lost;
    private bool _hasNumber;
    private int _notOpen;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is LoseKey lost)
            _lost ??= lost;
        else
            base.Step(happened, effects);
        if (_lost is not { } heard || _hasNumber || _notOpen > 0)
            return;
        _lost = null;
        base.Step(heard, effects);
    }

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        switch (effect.Kind)
        {
            case Kinds.RefreshStarted:
                _hasNumber = true;
                break;
            case Kinds.RefreshFinished:
                _hasNumber = false;
                _notOpen++;
                break;
            case Kinds.Negotiated when effect.Epoch > 0:
                _hasNumber = false;
                _notOpen++;
                break;
            case Kinds.KeySwitched:
                _notOpen--;
                break;
        }
    }
}
