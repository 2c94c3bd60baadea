using System.Numerics;
using System.Runtime.InteropServices;
using Akka.Actor;
using Sim.Actors.Engines;
using Sim.Actors.Hosting;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Engines;
using Sim.Hardware.Loss;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Devices;

internal sealed partial class DeviceActor : UntypedActor, IWithStash
{
    private static readonly NumberedNames Names = new("session-");
    private static readonly OneForOneStrategy EndOfFailed = new(static _ => Directive.Stop);

    private readonly DeviceSettings _settings;
    private readonly IDeviceMachines _machines;
    private readonly ITrace _trace;
    private readonly IKeySlotTable _slots;
    private readonly StepList<KeySlotDecision> _decisions = [];
    private readonly OpenSessions _sessions = new();
    private readonly NonceSeed _nonces;
    private readonly IActorRef _pool;
    private readonly DeviceKeyPair _keyPair = DeviceKeyPair.CreateSimulated();
    private IReadOnlyList<IActorRef> _engines = [];
    private bool _isRunning;
    private byte[]? _publicKey;
    private List<EngineLost>? _lost;
    private int _nextSession;
    private int _freeJobs;

    public DeviceActor(DeviceParts parts)
    {
        (_settings, _machines, _trace, _nonces) = (parts.Settings, parts.Machines, parts.Trace, parts.Nonces);
        _slots = _machines.KeySlots(_settings.KeySlots);
        _protection = _machines.Protection();
        _freeJobs = _settings.Jobs;
        _pool = Context.ActorOf(parts.Pool, "engines");
    }

    public IStash Stash { get; set; } = null!;

    protected override void PreStart() => _pool.Tell(EnginePool.GetEngines.Instance);

    protected override void PostStop()
    {
        _keyPair.Dispose();
        base.PostStop();
    }

    // A session that fails is over; restarting it would forget which jobs it owes an ending.
    protected override SupervisorStrategy SupervisorStrategy() => EndOfFailed;

    protected override void OnReceive(object message)
    {
        if (_isRunning)
            Running(message);
        else
            Starting(message);
    }

    // What comes before the engines are known waits, as much of it as the stash holds; a session beyond that is refused.
    private void Starting(object message)
    {
        switch (message)
        {
            case EnginePool.Engines engines:
                (_engines, _isRunning) = (engines.Refs, true);
                Stash.UnstashAll();
                break;
            case Device.CreateSession when Stash.IsFull:
                Sender.Tell(new Device.SessionRefused(DdiStatus.OutOfMemory));
                break;
            case var _ when Stash.IsFull:
                Unhandled(message);
                break;
            default:
                Stash.Stash();
                break;
        }
    }

    private void Running(object message)
    {
        switch (message)
        {
            case Device.AcquireKeySlot asked:
                _slots.Acquire(asked.Session, asked.Epoch, _decisions);
                CarryOut();
                break;
            case Device.ReleaseKeySlot released:
                _slots.Release(released.Session, released.Epoch, released.Retired, _decisions);
                CarryOut();
                break;
            case Device.CreateSession asked when _protection.Phase == ProtectionPhase.Active:
                Create(asked.Limits ?? _settings.Session, Sender);
                break;
            case Device.CreateSession asked:
                Park(asked);
                break;
            case Device.GetCertificate:
                Sender.Tell(new Device.Certificate(_publicKey ??= _keyPair.PublicKey));
                break;
            case EnginePool.GetEngines:
                Sender.Tell(new EnginePool.Engines(_engines));
                break;
            case EngineFence.Wait:
                _pool.Forward(message);
                break;
            case EngineLost lost:
                Lose(lost);
                break;
            case SessionStopped stopped:
                Forget(stopped.Session);
                break;
            default:
                OnProtection(message);
                break;
        }
    }

    private void Create(SessionLimits limits, IActorRef client)
    {
        if (limits.Jobs < 1 || limits.PendingRefreshes < 1 || limits.Priority is < SessionPriority.Idle or > SessionPriority.Realtime)
        {
            client.Tell(new Device.SessionRefused(DdiStatus.InvalidArg));
            return;
        }

        if (limits.Jobs > _freeJobs)
        {
            client.Tell(new Device.SessionRefused(DdiStatus.OutOfMemory));
            return;
        }

        _freeJobs -= limits.Jobs;
        var session = _nextSession++;
        if (_trace.IsEnabled)
            _trace.Record(new SessionOpened(session, _machines.Policy, limits));
        var setup = new SessionSetup(
            session,
            owner: client,
            device: Self,
            _engines,
            _machines.Session(session, limits, _engines.Count),
            _nonces.Of(session),
            _keyPair,
            _trace)
        {
            Priority = limits.Priority,
        };
        var context = Context;
        var created = context.ActorOf(setup, Names[session]);
        _sessions.Add(session, created, limits.Jobs);
        context.WatchWith(created, new SessionStopped(session));
        foreach (var lost in CollectionsMarshal.AsSpan(_lost))
            created.Tell(lost);
        for (var unfit = _settings.Pool.Unfit; unfit != 0; unfit &= unfit - 1)
            created.Tell(new EngineUnfit(BitOperations.TrailingZeroCount(unfit)));
        client.Tell(new Device.SessionCreated(session, created, _protection.Content));
    }

    private void Lose(EngineLost lost)
    {
        (_lost ??= []).Add(lost);
        foreach (ref readonly var open in _sessions.All)
            open.Ref.Tell(lost);
    }

    private void Forget(int session)
    {
        if (!_sessions.Remove(session, out var jobs))
            return;
        _freeJobs += jobs;
        _slots.Forget(session, _decisions);
        CarryOut();
    }

    private void CarryOut()
    {
        var programmed = -1;
        foreach (ref readonly var decision in _decisions.Items)
        {
            if (_trace.IsEnabled)
                _trace.RecordSlot(decision);
            switch (decision.Kind)
            {
                case KeySlotDecision.Kinds.Programmed:
                    programmed = decision.Slot;
                    break;
                case KeySlotDecision.Kinds.Granted:
                    Tell(decision.Session, new KeySlotGranted(decision.Epoch, decision.Slot, decision.Slot == programmed));
                    break;
                case KeySlotDecision.Kinds.Wanted:
                    Tell(decision.Session, new KeySlotWanted(decision.Epoch));
                    break;
            }
        }

        _decisions.Clear();
    }

    private void Tell(int session, SessionEvent what) => _sessions.Find(session)?.Tell(what, Self);

    private sealed record SessionStopped(int Session) : INoSerializationVerificationNeeded;
}
