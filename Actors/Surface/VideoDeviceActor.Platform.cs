using Akka.Actor;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Loss;
using Sim.Hardware.Sessions;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

// What the platform does: teardown, suspend, resets, and the device's own end.
internal sealed partial class VideoDeviceActor
{
    private void Happen(VideoDevice.PlatformEvent happened)
    {
        switch (happened)
        {
            case VideoDevice.Teardown { Preemptive: true }:
                _teardown = _teardown.Announce();
                break;
            case VideoDevice.Teardown torn:
                TearDown(torn.ContentLost);
                break;
            case VideoDevice.Suspend:
                foreach (var (_, session) in _sessions)
                    Lose(session, SessionLoss.Suspend(session.State, _profile, _choices));
                break;
            case VideoDevice.Reset reset:
                var outcome = DeviceReset.Of(reset.Kind, reset.OwnWork, _choices);
                if (outcome.DeviceIsDead)
                    Remove(outcome.Reason);
                break;
            case VideoDevice.DriverErrorTold told:
                if (DriverError.RemovalReason(told.Status) is not DdiStatus.Ok and var reason)
                    Remove(reason);
                break;
            case Released:
                Release();
                break;
        }
    }

    private void TearDown(bool contentLost)
    {
        _teardown = _teardown.Happen();
        if (contentLost)
            _generation = _generation.Next();
        foreach (var (_, session) in _sessions)
            Lose(session, SessionLoss.Teardown(session.State, contentLost));
        TellTornDown();
    }

    private void TellTornDown()
    {
        foreach (var (waiter, _) in _teardownWaiters)
            waiter.Tell(new VideoDevice.TornDown(_teardown.Happened));
        _teardownWaiters.Clear();
    }

    private static void Lose(OpenSession session, CryptoSessionState after)
    {
        var isLost = after.Status != CryptoSessionStatus.Ok && session.State.Status == CryptoSessionStatus.Ok;
        session.State = after;
        if (!isLost)
            return;
        session.Wipe();
        session.Actor.Tell(LoseKey.Instance);
    }

    // All objects of the device are dead, and their keys wiped; they can still be given up.
    private void Remove(DdiStatus reason)
    {
        if (IsRemoved)
            return;
        _removedReason = reason;
        _generation = _generation.Next();
        foreach (var (_, session) in _sessions)
            Lose(session, SessionLoss.Teardown(session.State, contentLost: true));
        foreach (var (_, channel) in _channels)
            channel.Key?.Zero();
        foreach (var (_, decoder) in _decoders)
            decoder.EndFrame();
        TellTornDown();
    }

    private VideoDevice.Answer<int> RegisterTeardownEvent()
    {
        if (IsRemoved)
            return new(SessionCallGate.StatusAfterRemoval(_choices), 0);
        return _profile.Has(DdiContentProtectionCaps.HardwareTeardown)
            ? new(DdiStatus.Ok, _teardown.Happened)
            : new(DdiStatus.NotAvailable, 0);
    }

    private void Wait(int known)
    {
        if (IsRemoved || _teardown.Happened > known || _teardownWaiters.Count == VideoDevice.MaxTeardownWaiters)
            Sender.Tell(new VideoDevice.TornDown(_teardown.Happened));
        else
            _teardownWaiters.Add((Sender, known));
    }

    private void Release()
    {
        _isReleased = true;
        Remove(SessionCallGate.StatusAfterRemoval(_choices));
        foreach (var (_, session) in _sessions)
        {
            if (!session.State.Destroyed)
                Close(session);
        }

        StopIfReleased();
    }

    private void StopIfReleased()
    {
        if (!_isReleased)
            return;
        foreach (var (_, session) in _sessions)
        {
            if (!session.HasStopped)
                return;
        }

        if (_exchange is { } exchange)
            Complete(exchange);
        while (_calls.TryDequeue(out var waiting))
            waiting.Caller.Tell(waiting.Call.Answered(SessionCallGate.StatusAfterRemoval(_choices)));
        _releaser!.Tell(VideoDevice.Gone.Instance);
        Context.Stop(Self);
    }

    // It waits its turn behind what is not answered yet, as everything that happens to the device does.
    private sealed record Released : VideoDevice.PlatformEvent
    {
        public static Released Instance { get; } = new();
    }
}
