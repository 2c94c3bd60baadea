using Akka.Actor;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

// Packets between a DRM component and the hardware. They take their time on the scheduler's clock, and the calls behind
// them wait: the context is held by one call at a time.
internal sealed partial class VideoDeviceActor
{
    private void Negotiate(
        VideoDevice.Call call,
        DriverHandle session,
        HwProtectionPacket packet,
        uint flags,
        IActorRef caller)
    {
        var gate = Gate(call, session);
        var state = StateOf(session);
        var verdict = HwKeyExchange.NegotiateCryptoSessionKeyExchange(
            _profile, state, packet.DataSize, packet.Input.Span, packet.Output.Span, gate, out var range, flags);
        Misused(state, call, gate, verdict);
        if (!verdict.Runs || Find(session) is not { } open)
        {
            caller.Tell(call.Answered(verdict.Status));
            return;
        }

        var answer = _settings.Drm.Answer(packet.FunctionId, packet.Input.Span[range]);
        var room = HwProtectionOutput.Read(packet.Output.Span);
        _exchange = new(call, open, answer, room, packet.Output, caller);
        var time = answer.TransportTime + answer.ExecutionTime;
        if (time > TimeSpan.Zero)
            Context.System.Scheduler.ScheduleTellOnce(time, Self, _exchange, ActorRefs.NoSender);
        else
            Complete(_exchange);
    }

    // What was lost meanwhile is lost for the DRM, too; that is its status, not the call's.
    private void Complete(Exchange done)
    {
        if (!ReferenceEquals(done, _exchange))
            return;
        _exchange = null;
        if (IsRemoved)
        {
            done.Caller.Tell(done.Call.Answered(SessionCallGate.StatusAfterRemoval(_choices)));
            return;
        }

        var answer = done.Session.State.Status == CryptoSessionStatus.Ok
            ? done.Answer
            : new DrmAnswer(
                DdiStatus.TeeInvalidHwDrmState, default, done.Answer.TransportTime, done.Answer.ExecutionTime);
        done.Room.Write(done.Output.Span);
        var verdict = HwKeyExchange.Complete(answer, done.Output.Span);
        Misused(done.Session.State.Handle, done.Call, verdict.Broken);
        done.Caller.Tell(verdict.Runs
            ? new VideoDevice.Answer<DdiStatus>(DdiStatus.Ok, answer.Status)
            : done.Call.Answered(verdict.Status));
    }
}
