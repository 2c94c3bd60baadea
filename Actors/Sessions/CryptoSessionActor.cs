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
internal sealed class CryptoSessionActor : UntypedActor, ISessionShell
{
    private readonly SessionSetup _setup;
    private readonly ISessionMachine _machine;
    private readonly IActorRef _owner;
    private readonly ITrace _trace;
    private readonly int _session;
    private readonly List<(int Epoch, TimeSpan At)> _switchesRequested = [];

    // Asked for once: what is to be done at a key switch looks at it several times.
    private ActorSystem? _system;

    public CryptoSessionActor(SessionSetup setup, ITrace trace)
    {
        (_setup, _machine, _owner) = (setup, setup.Machine, setup.Owner);
        (_trace, _session) = (trace, setup.Session);
    }

    protected override void OnReceive(object message)
    {
        // Most of what comes, by itself, so that little is made ready for it.
        if (message is DecryptionBlt blt)
            _machine.Step(blt, this);
        else if (message is JobEnded ended)
            _machine.Step(ended, this);
        else
            Take(message);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Take(object message)
    {
        switch (message)
        {
            // A sealed class is told at a glance, the base of all events is not.
            case FinishSessionKeyRefresh finish:
                _machine.Step(finish, this);
                break;
            case KeySlotGranted granted:
                _machine.Step(granted, this);
                break;
            case CryptoSession.BeginSessionKeyRefresh asked:
                _machine.Step(new StartSessionKeyRefresh(asked.RandomNumberSize, _setup.Nonces.Next()), this);
                break;
            case SessionEvent happened:
                _machine.Step(happened, this);
                break;
            case CryptoSession.NegotiateKeyExchange asked:
                _machine.Step(new NegotiateKey(Unwrap(asked.WrappedKey.Span)), this);
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

    public void Accept(LatchedJob job)
    {
        if (_trace.IsEnabled)
            _trace.RecordAcceptance(job);
    }

    public void Dispatch(LatchedJob job, int engine, int slot)
    {
        if (_trace.IsEnabled)
            _trace.RecordDispatch(job, engine, slot);
        _setup.Engines[engine].Tell(job, Self);
    }

    public void Complete(LatchedJob job, int engine)
    {
        if (_trace.IsEnabled)
            _trace.RecordCompletion(job, engine);
        Answer(job.Blt.Completion ?? new CryptoSession.JobCompleted(_session, job.Job));
    }

    public void AcquireSlot(int epoch) => _setup.Device.Tell(new Device.AcquireKeySlot(_session, epoch), Self);

    public void ReleaseSlot(int epoch, bool retired) =>
        _setup.Device.Tell(new Device.ReleaseKeySlot(_session, epoch, retired), Self);

    public void StartRefresh(SessionKeyNonce nonce)
    {
        if (_trace.IsEnabled)
            Record(new RefreshStarted(_session, nonce));
        Answer(new CryptoSession.SessionKeyRefreshStarted(_session, nonce));
    }

    public void FinishRefresh(long position, int epoch)
    {
        if (_trace.IsEnabled)
            Record(new RefreshFinished(_session, position, epoch));
        _switchesRequested.Add((epoch, Now));
    }

    public void SwitchKey(int epoch, KeyCheckValue checkValue, SwitchReason reason)
    {
        if (_trace.IsEnabled)
            Record(new KeySwitched(_session, epoch, checkValue, reason));
        System.EventStream.Publish(
            new CryptoSession.SessionKeySwitched(_session, epoch, TakeRequest(epoch), Now, reason));
    }

    public void ZeroKey(int epoch, SessionKey key) => key.Zero();

    public void CarryOut(in SessionEffect effect)
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
            case Kinds.AcquireSlot:
                AcquireSlot(effect.Epoch);
                break;
            case Kinds.ReleaseSlot:
                ReleaseSlot(effect.Epoch, effect.Retired);
                break;
            case Kinds.RefreshStarted:
                StartRefresh(effect.Nonce);
                break;
            case Kinds.RefreshFinished:
                FinishRefresh(effect.Position, effect.Epoch);
                break;
            case Kinds.KeySwitched:
                SwitchKey(effect.Epoch, effect.CheckValue, effect.Reason);
                break;
            case Kinds.ZeroKey:
                ZeroKey(effect.Epoch, effect.Key!);
                break;
            default:
                CarryOutOther(effect);
                break;
        }
    }

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
            case Kinds.Negotiated:
                // The first key takes force at once; a later one is a switch.
                if (effect.Epoch > 0)
                    _switchesRequested.Add((effect.Epoch, Now));
                Answer(new CryptoSession.KeyExchanged(_session, Hardware.Ddi.DdiStatus.Ok));
                break;
            case Kinds.NegotiationRefused:
                Answer(new CryptoSession.KeyExchanged(_session, effect.Status));
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

    private void Record(TraceEvent happened) => _trace.Record(happened);

    private void Answer(object answer) => _owner.Tell(answer, Self);

    private ActorSystem System => _system ??= Context.System;

    private TimeSpan Now => System.Scheduler.HighResMonotonicClock;

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
        Kinds.Misuse => new CallMisused(_session, effect.Call!, effect.Rule),
        Kinds.KeyLost => new SessionKeyLost(_session, effect.ContentLost),
        Kinds.Closed => new SessionClosed(_session),
        _ => null,
    };
}
