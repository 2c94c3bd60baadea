using System.Runtime.CompilerServices;
using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Tracing;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Actors.Sessions;

// Feeds the machine and carries out what it decides, in its order: first the trace, then the message.
internal sealed class CryptoSessionActor : UntypedActor
{
    private readonly SessionSetup _setup;
    private readonly ITrace _trace;
    private readonly int _session;
    private readonly StepList<SessionEffect> _effects = [];
    private readonly List<(int Epoch, TimeSpan At)> _switchesRequested = [];

    // Asked for once: what is to be done at a key switch looks at it several times.
    private ActorSystem? _system;

    public CryptoSessionActor(SessionSetup setup, ITrace trace) => (_setup, _trace, _session) = (setup, trace, setup.Session);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            // Most of what comes: a sealed class is told at a glance, the base of all events is not.
            case DecryptionBlt blt:
                Step(blt);
                break;
            case JobEnded ended:
                Step(ended);
                break;
            case SessionEvent happened:
                Step(happened);
                break;
            case CryptoSession.BeginSessionKeyRefresh asked:
                Step(new StartSessionKeyRefresh(asked.RandomNumberSize, _setup.Nonces.Next()));
                break;
            case CryptoSession.NegotiateKeyExchange asked:
                Step(new NegotiateKey(Unwrap(asked.WrappedKey.Span)));
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private SessionKey? Unwrap(ReadOnlySpan<byte> wrapped)
    {
        Span<byte> bytes = stackalloc byte[SessionKey.Size];
        if (!_setup.KeyPair.TryUnwrap(wrapped, bytes))
            return null;
        var key = new SessionKey(bytes);
        bytes.Clear();
        return key;
    }

    private void Step(SessionEvent happened)
    {
        _setup.Machine.Step(happened, _effects);
        foreach (ref readonly var effect in _effects.Items)
            CarryOut(effect);
        _effects.Clear();
    }

    // What each job does stands by itself: there is much more of it than of all else. It only points the way, and keeps nothing.
    private void CarryOut(in SessionEffect effect)
    {
        switch (effect.Kind)
        {
            case Kinds.Accepted:
                Accept(effect.Job!);
                break;
            case Kinds.Dispatch:
                Dispatch(effect.Job!, effect.Engine, effect.Slot);
                break;
            case Kinds.Completed:
                Complete(effect.Job!, effect.Engine);
                break;
            default:
                CarryOutOther(effect);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Accept(LatchedJob job)
    {
        if (_trace.IsEnabled)
            Record(new JobSubmitted(_session, job.Job, job.Position, job.Epoch, job.Blt.Source.Length, job.Keystream));
    }

    private void Dispatch(LatchedJob job, int engine, int slot)
    {
        if (_trace.IsEnabled)
            Record(new JobDispatched(_session, job.Job, job.Epoch, engine, slot));
        _setup.Engines[engine].Tell(job, Self);
    }

    private void Complete(LatchedJob job, int engine)
    {
        if (_trace.IsEnabled)
            Record(new JobCompleted(_session, job.Job, engine));
        Answer(job.Blt.Completion ?? new CryptoSession.JobCompleted(_session, job.Job));
    }

    private void Record(TraceEvent happened) => _trace.Record(happened);

    private void Answer(object answer) => _setup.Owner.Tell(answer, Self);

    private void CarryOutOther(in SessionEffect effect)
    {
        if (_trace.IsEnabled && ToTrace(effect) is { } traced)
            Record(traced);
        switch (effect.Kind)
        {
            case Kinds.Mark:
                _setup.Engines[effect.Engine].Tell(
                    new KeyMarker(_session, effect.Epoch, effect.Key) { Priority = _setup.Priority }, Self);
                break;
            case Kinds.Aborted:
                AbortedSurface.Settle(effect.Job!.Blt.Destination.Span, DdiChoices.Default);
                Answer(new CryptoSession.JobAborted(_session, effect.Job!.Job, effect.Abort));
                break;
            case Kinds.Refused:
                Answer(new CryptoSession.JobRefused(_session, effect.JobNumber, effect.Refusal));
                break;
            case Kinds.AcquireSlot:
                _setup.Device.Tell(new Device.AcquireKeySlot(_session, effect.Epoch), Self);
                break;
            case Kinds.ReleaseSlot:
                _setup.Device.Tell(new Device.ReleaseKeySlot(_session, effect.Epoch, effect.Retired), Self);
                break;
            case Kinds.ZeroKey:
                effect.Key!.Zero();
                break;
            case Kinds.Negotiated:
                // The first key takes force at once; a later one is a switch.
                if (effect.Epoch > 0)
                    _switchesRequested.Add((effect.Epoch, Now));
                Answer(new CryptoSession.KeyExchanged(_session, Hardware.Ddi.DdiStatus.Ok));
                break;
            case Kinds.NegotiationRefused:
                Answer(new CryptoSession.KeyExchanged(_session, effect.Status));
                break;
            case Kinds.RefreshStarted:
                Answer(new CryptoSession.SessionKeyRefreshStarted(_session, effect.Nonce));
                break;
            case Kinds.RefreshFinished:
                _switchesRequested.Add((effect.Epoch, Now));
                break;
            case Kinds.KeySwitched:
                Publish(effect);
                break;
            case Kinds.Misuse when effect is { Call: nameof(StartSessionKeyRefresh), Rule: not Misuse.StartReplacesPending }:
                Answer(new CryptoSession.SessionKeyRefreshRefused(_session, effect.Rule));
                break;
            case Kinds.TransferEnded:
                Answer(new CryptoSession.TransferEnded(_session, effect.JobNumber, effect.IsComplete));
                break;
            case Kinds.StatusChecked:
                Answer(new CryptoSession.SessionStatus(_session, effect.SessionStatus));
                break;
            case Kinds.Ended:
                Answer(new CryptoSession.SessionEnded(_session));
                Context.Stop(Self);
                break;
        }
    }

    private ActorSystem System => _system ??= Context.System;

    private TimeSpan Now => System.Scheduler.HighResMonotonicClock;

    private void Publish(in SessionEffect switched)
    {
        var requestedAt = TakeRequest(switched.Epoch);
        System.EventStream.Publish(
            new CryptoSession.SessionKeySwitched(_session, switched.Epoch, requestedAt, Now, switched.Reason));
    }

    // Switches end in the order in which they were asked for: it is the first.
    private TimeSpan TakeRequest(int epoch)
    {
        for (var i = 0; i < _switchesRequested.Count; i++)
        {
            var (requested, at) = _switchesRequested[i];
            if (requested != epoch)
                continue;
            _switchesRequested.RemoveAt(i);
            return at;
        }

        return Now;
    }

    private TraceEvent? ToTrace(in SessionEffect effect) => effect.Kind switch
    {
        Kinds.Aborted => new JobAborted(_session, effect.Job!.Job, effect.Abort),
        Kinds.Refused => new JobRefused(_session, effect.JobNumber, effect.Refusal),
        Kinds.Negotiated => new KeyNegotiated(_session, effect.Position, effect.Epoch, effect.CheckValue),
        Kinds.RefreshStarted => new RefreshStarted(_session, effect.Nonce),
        Kinds.RefreshFinished => new RefreshFinished(_session, effect.Position, effect.Epoch),
        Kinds.KeySwitched => new KeySwitched(_session, effect.Epoch, effect.CheckValue, effect.Reason),
        Kinds.Misuse => new CallMisused(_session, effect.Call!, effect.Rule),
        Kinds.KeyLost => new SessionKeyLost(_session, effect.ContentLost),
        Kinds.Closed => new SessionClosed(_session),
        _ => null,
    };
}
