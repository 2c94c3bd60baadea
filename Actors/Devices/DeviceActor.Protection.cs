using Akka.Actor;
using Sim.Actors.Engines;
using Sim.Actors.Tracing;
using Sim.Hardware.Ddi;
using Sim.Hardware.Loss;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Loss.ProtectionEffect.Kinds;

namespace Sim.Actors.Devices;

// Teardown, suspend, resume and removal.
internal sealed partial class DeviceActor
{
    private readonly IProtectionMachine _protection;

    // Made when they are needed: with most devices nothing of this happens.
    private List<ProtectionEffect>? _effects;
    private Queue<(Device.CreateSession Asked, IActorRef Client)>? _parked;

    private void OnProtection(object message)
    {
        switch (message)
        {
            case Device.Teardown teardown:
                Protect(new ProtectionEvent(ProtectionEvent.Kinds.Teardown, teardown.ContentLost));
                break;
            case Device.Suspend:
                Protect(new ProtectionEvent(ProtectionEvent.Kinds.Suspend));
                break;
            case Device.Resume:
                Protect(new ProtectionEvent(ProtectionEvent.Kinds.Resume));
                break;
            case WaitOver over:
                Protect(new ProtectionEvent(ProtectionEvent.Kinds.WaitOver, Wait: over.Wait));
                break;
            case Device.Present present:
                Present(present.Stamp);
                break;
            case EnginePool.Removed:
                Protect(new ProtectionEvent(ProtectionEvent.Kinds.Remove));
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Present(SurfaceGeneration stamp)
    {
        var isShown = stamp == _protection.Content;
        if (isShown && _trace.IsEnabled)
            _trace.Record(new ContentShown(stamp));
        Sender.Tell(new Device.Presented(isShown));
    }

    private void Park(Device.CreateSession asked)
    {
        if (_protection.Phase == ProtectionPhase.Removed)
        {
            Sender.Tell(new Device.SessionRefused(DdiStatus.DxgiDeviceRemoved));
            return;
        }

        _parked ??= [];
        if (_parked.Count >= Device.ParkedCapacity)
        {
            Sender.Tell(new Device.SessionRefused(DdiStatus.WasStillDrawing));
            return;
        }

        _parked.Enqueue((asked, Sender));
        Protect(new ProtectionEvent(ProtectionEvent.Kinds.SessionWanted));
    }

    private void Protect(ProtectionEvent happened)
    {
        if (_trace.IsEnabled && happened.Kind is ProtectionEvent.Kinds.Teardown or ProtectionEvent.Kinds.Suspend)
            _trace.Record(new LossAsked(happened.Kind));
        _effects ??= [];
        _protection.Step(happened, _effects);
        foreach (var effect in _effects)
            CarryOut(effect);
        _effects.Clear();
        ServeParked();
        if (_protection.Phase == ProtectionPhase.ReadyToStart && _parked is { Count: > 0 })
            Protect(new ProtectionEvent(ProtectionEvent.Kinds.SessionWanted));
    }

    private void CarryOut(ProtectionEffect effect)
    {
        switch (effect.Kind)
        {
            case Kinds.Entered:
                if (_trace.IsEnabled)
                    _trace.Record(new ProtectionChanged(effect.Phase, effect.Generation, effect.Content));
                Context.System.EventStream.Publish(new Device.ProtectionEntered(effect.Phase, effect.Generation, effect.Content));
                break;
            case Kinds.LoseKeys:
                LoseKeys(effect.ContentLost);
                break;
            case Kinds.Wait:
                Context.System.Scheduler.ScheduleTellOnce(
                    _settings.Protection.Of(effect.Phase), Self, new WaitOver(effect.Wait), ActorRefs.NoSender);
                break;
        }
    }

    // Sessions are numbered in the order in which they are made, so the next number parts those that are lost from those to come.
    private void LoseKeys(bool contentLost)
    {
        var toEngines = new Engine.LoseKeys(_nextSession);
        foreach (var engine in _engines)
            engine.Tell(toEngines);
        var toSessions = contentLost ? LoseKey.WithContent : LoseKey.Instance;
        foreach (ref readonly var open in _sessions.All)
            open.Ref.Tell(toSessions);
    }

    // Whoever waited first is served first; a session that the device has no room for is refused as at any other time.
    private void ServeParked()
    {
        while (_parked is { Count: > 0 } && _protection.Phase is ProtectionPhase.Active or ProtectionPhase.Removed)
        {
            var (asked, client) = _parked.Dequeue();
            if (_protection.Phase == ProtectionPhase.Active)
                Create(asked.Limits ?? _settings.Session, client);
            else
                client.Tell(new Device.SessionRefused(DdiStatus.DxgiDeviceRemoved));
        }
    }

    private sealed record WaitOver(int Wait) : INoSerializationVerificationNeeded;
}
