using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Keystream;
using Sim.Hardware.Profiles;
using Sim.Hardware.Sessions;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

// Capabilities, crypto sessions and their keys.
internal sealed partial class VideoDeviceActor
{
    // Stands for what does not exist, or is another device's.
    private static readonly CryptoSessionState NoSession =
        new(default, ContentHandle.None) { Destroyed = true };

    private bool RunOnSession(VideoDevice.Call call, IActorRef caller)
    {
        switch (call)
        {
            case VideoDevice.GetContentProtectionCaps asked:
                caller.Tell(Answer(ContentProtectionQueries.GetContentProtectionCaps(
                    _profile, asked.CryptoType, asked.DecodeProfile)));
                break;
            case VideoDevice.CheckCryptoKeyExchange asked:
                caller.Tell(Answer(ContentProtectionQueries.GetCryptoKeyExchangeType(
                    _profile, asked.CryptoType, asked.DecodeProfile, asked.Index)));
                break;
            case VideoDevice.CalcPrivateCryptoSessionSize asked:
                caller.Tell(new VideoDevice.Answer<int>(
                    DdiStatus.Ok, CryptoSessionCreation.CalcPrivateCryptoSessionSize(_profile, asked.Args)));
                break;
            case VideoDevice.GetCryptoSessionPrivateDataSize asked:
                caller.Tell(Answer(CryptoSessionCreation.GetCryptoSessionPrivateDataSize(_profile, asked.Args)));
                break;
            case VideoDevice.CreateCryptoSession asked:
                Create(asked, caller);
                break;
            case VideoDevice.DestroyCryptoSession asked:
                Destroy(asked, caller);
                break;
            case VideoDevice.GetCryptoSessionHandle asked:
                var handle = CryptoSessionCreation.CryptoSessionGetHandle(
                    StateOf(asked.Session), Gate(asked, asked.Session));
                caller.Tell(new VideoDevice.Answer<ContentHandle>(DdiStatus.Ok, handle));
                break;
            case VideoDevice.GetCertificateSize asked:
                caller.Tell(GetCertificateSize(asked));
                break;
            case VideoDevice.GetCertificate asked:
                caller.Tell(new VideoDevice.Answer(GetCertificate(asked)));
                break;
            case VideoDevice.NegotiateCryptoSessionKeyExchange asked:
                Negotiate(asked, caller);
                break;
            case VideoDevice.NegotiateHwProtection asked:
                Negotiate(asked, asked.Session, asked.Packet, HwKeyExchange.NoFlags, caller);
                break;
            case VideoDevice.NegotiateHwProtectionMt asked:
                Negotiate(asked, asked.Session, asked.Packet, asked.Flags, caller);
                break;
            case VideoDevice.GetDataForNewHardwareKey asked:
                caller.Tell(GetDataForNewHardwareKey(asked));
                break;
            case VideoDevice.CheckCryptoSessionStatus asked:
                caller.Tell(Answer(CryptoSessionCreation.CheckCryptoSessionStatus(
                    StateOf(asked.Session), Gate(asked, asked.Session))));
                break;
            case VideoDevice.StartSessionKeyRefresh asked:
                Start(asked, caller);
                break;
            case VideoDevice.FinishSessionKeyRefresh asked:
                Finish(asked);
                caller.Tell(VideoDevice.Returned.Instance);
                break;
            case VideoDevice.GetEncryptionBltKey asked:
                caller.Tell(new VideoDevice.Answer(GetEncryptionBltKey(asked)));
                break;
            default:
                return false;
        }

        return true;
    }

    private VideoDevice.Answer<T> Answer<T>(DdiResult<T> result) => IsRemoved
        ? new(SessionCallGate.StatusAfterRemoval(_choices), default!)
        : new(result.Status, result.Value);

    private OpenSession? Find(DriverHandle session) => Find(_sessions, DriverObject.CryptoSession, session);

    private CryptoSessionState StateOf(DriverHandle session) => Find(session)?.State ?? NoSession;

    private CallVerdict Gate(VideoDevice.Call call, DriverHandle session)
    {
        var state = StateOf(session);
        var verdict = SessionCallGate.Check(
            call.Function!.Value, state.Facts(IsRemoved, IsForeign(session)), _profile, _choices);
        Misused(state.Handle, call, verdict.Broken);
        return verdict;
    }

    // The gate has told the trace of what it refused itself.
    private void Misused(CryptoSessionState session, VideoDevice.Call call, CallVerdict gate, CallVerdict verdict)
    {
        if (gate.Runs)
            Misused(session.Handle, call, verdict.Broken);
    }

    private void Create(VideoDevice.CreateCryptoSession asked, IActorRef caller)
    {
        var index = _nextSession;
        var (status, state) = CryptoSessionCreation.CreateCryptoSession(
            _profile, asked.Args, AdapterIndex(index), Creation(_sessions.Count, index), _choices);
        if (state is null)
        {
            caller.Tell(asked.Answered(status));
            return;
        }

        if (asked.Args.KeyExchangeType == KeyExchangeTypes.HwProtection)
        {
            Add(state, OpenSession.MessagesOnly, ActorRefs.Nobody, caller);
            return;
        }

        _adapter.Tell(new Device.CreateSession(_settings.Session));
        _awaited = new(asked, caller, Session: null, answer =>
        {
            if (answer is Device.SessionCreated created)
                Add(state, created.Session, created.Ref, caller);
            else
                caller.Tell(asked.Answered(DdiStatus.OutOfMemory));
        });
    }

    private void Add(CryptoSessionState state, int number, IActorRef actor, IActorRef caller)
    {
        var index = _nextSession++;
        _sessions.Add(index, new(state, number, actor, IvLedger.Empty(IvSequence.ModeOf(_profile))));
        _device = _device with { Sessions = _device.Sessions.Add(new(state.Handle, state.Args.DecodeProfile)) };
        if (number != OpenSession.MessagesOnly)
            Context.WatchWith(actor, new SessionStopped(index));
        caller.Tell(new VideoDevice.Answer<DriverHandle>(DdiStatus.Ok, HandleOf(DriverObject.CryptoSession, index)));
    }

    private void Destroy(VideoDevice.DestroyCryptoSession asked, IActorRef caller)
    {
        if (Gate(asked, asked.Session).Runs && Find(asked.Session) is { } session)
        {
            _device = _device.WithoutSession(session.State.Handle, _choices);
            Close(session);
            if (session.HasStopped)
                _sessions.Remove(asked.Session.Index);
        }

        caller.Tell(VideoDevice.Returned.Instance);
    }

    // It stays known until its actor has given every job an ending, and stopped.
    private static void Close(OpenSession session)
    {
        session.State = CryptoSessionCreation.DestroyCryptoSession(session.State);
        session.Wipe();
        session.Actor.Tell(CloseSession.Instance);
    }

    private void Negotiate(VideoDevice.NegotiateCryptoSessionKeyExchange asked, IActorRef caller)
    {
        var gate = Gate(asked, asked.Session);
        Span<byte> bytes = stackalloc byte[SessionKey.Size];
        var (state, verdict) = RsaKeyExchange.NegotiateCryptoSessionKeyExchange(
            StateOf(asked.Session), asked.Data.Span, _keyPair, IsFrameOpen(asked.Session), gate, _choices, bytes);
        Misused(state, asked, gate, verdict);
        if (!verdict.Runs || Find(asked.Session) is not { } session)
        {
            caller.Tell(asked.Answered(verdict.Status));
            return;
        }

        // The session owns the key that it is told, and wipes it; the copy is the device's.
        var copy = new SessionKey(bytes);
        session.Actor.Tell(new NegotiateKey(new SessionKey(bytes)));
        bytes.Clear();
        _awaited = new(asked, caller, session, answer =>
        {
            var status = answer is CryptoSession.KeyExchanged exchanged ? exchanged.Status : DdiStatus.InvalidArg;
            if (status == DdiStatus.Ok)
            {
                session.State = state;
                Begin(session, copy);
            }
            else
            {
                copy.Zero();
            }

            caller.Tell(asked.Answered(status));
        });
    }

    private void Begin(OpenSession session, SessionKey key)
    {
        session.Begin(key);
        var step = _readBackRules.SessionKeyChanged(session.ReadBack);
        session.ReadBack = step.State;
        step.Retired?.Zero();
    }

    private void Start(VideoDevice.StartSessionKeyRefresh asked, IActorRef caller)
    {
        var gate = Gate(asked, asked.Session);
        var session = Find(asked.Session);
        var isPending = session?.Pending is not null;
        var random = asked.RandomNumber;
        var verdict = RefreshCalls.StartSessionKeyRefresh(gate, isPending, default, random.Span, _choices);
        Misused(StateOf(asked.Session), asked, gate, verdict);
        if (!verdict.Runs || session is null)
        {
            caller.Tell(VideoDevice.Returned.Instance);
            return;
        }

        session.Actor.Tell(new CryptoSession.BeginSessionKeyRefresh());
        _awaited = new(asked, caller, session, answer =>
        {
            if (answer is CryptoSession.SessionKeyRefreshStarted started)
            {
                session.Pending = started.Nonce;
                RefreshCalls.StartSessionKeyRefresh(gate, isPending, started.Nonce, random.Span, _choices);
            }

            caller.Tell(VideoDevice.Returned.Instance);
        });
    }

    private void Finish(VideoDevice.FinishSessionKeyRefresh asked)
    {
        var gate = Gate(asked, asked.Session);
        var session = Find(asked.Session);
        var verdict = RefreshCalls.FinishSessionKeyRefresh(gate, session?.Pending is not null, _choices);
        Misused(StateOf(asked.Session), asked, gate, verdict);
        if (!verdict.Runs || session is not { Key: { } key, Pending: { } nonce })
            return;
        session.Actor.Tell(FinishSessionKeyRefresh.Instance);
        Begin(session, key.Refresh(nonce));
    }

    private DdiStatus GetEncryptionBltKey(VideoDevice.GetEncryptionBltKey asked)
    {
        var gate = Gate(asked, asked.Session);
        if (!gate.Runs || Find(asked.Session) is not { Key: { } key } session)
        {
            asked.ReadBackKey.Span.Clear();
            return gate.Status;
        }

        Span<byte> drawn = stackalloc byte[SessionKey.Size];
        Draw("read-back-key", drawn);
        var step = _readBackRules.GetEncryptionBltKey(session.ReadBack, gate, key, drawn, asked.ReadBackKey.Span);
        drawn.Clear();
        Misused(session.State.Handle, asked, step.Verdict.Broken);
        session.ReadBack = step.State;
        // Jobs carry the key wrapped: none of them needs the one that is retired.
        step.Retired?.Zero();
        return step.Verdict.Status;
    }

    private VideoDevice.Answer<ulong> GetDataForNewHardwareKey(VideoDevice.GetDataForNewHardwareKey asked)
    {
        var gate = Gate(asked, asked.Session);
        var (state, verdict) = HwKeyExchange.GetDataForNewHardwareKey(
            _profile, StateOf(asked.Session), asked.PrivateInputSize, gate, out var data);
        Misused(state, asked, gate, verdict);
        if (Find(asked.Session) is { } session)
            session.State = state;
        return new(verdict.Status, data);
    }

    // The actor of a session that was destroyed has ended; or it failed, and its key is lost.
    private void Forget(SessionStopped stopped)
    {
        if (!_sessions.TryGetValue(stopped.Index, out var session))
            return;
        foreach (var job in JobsOf(session))
            End(job, SurfaceJobEnd.Aborted);
        session.HasStopped = true;
        if (session.State.Destroyed)
        {
            _sessions.Remove(stopped.Index);
            StopIfReleased();
            return;
        }

        session.State = session.State with { Status = CryptoSessionStatus.KeyLost, HasKey = false };
        session.Wipe();
        if (_awaited?.Session == session)
            Resume(stopped);
    }

    private List<SurfaceJob> JobsOf(OpenSession session)
    {
        var jobs = _jobs.Values.Where(job => job.Session == session).ToList();
        jobs.Sort((one, other) => one.Number.CompareTo(other.Number));
        return jobs;
    }
}
