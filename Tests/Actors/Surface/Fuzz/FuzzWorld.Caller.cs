using Akka.Actor;
using Sim.Actors.Engines;
using Sim.Actors.Surface;
using Sim.Hardware.Ddi;
using Sim.Hardware.Resources;
using Sim.Hardware.Surface;

namespace Sim.Tests.Actors.Surface.Fuzz;

internal sealed partial class FuzzWorld
{
    // One device and what calls it: an actor, so that answers come in order.
    private sealed class Caller
    {
        private readonly FuzzWorld _world;
        private readonly IActorRef _self;
        private readonly Queue<(VideoDevice.Call Call, DeviceModel.Moment Sent)> _waiting = new();
        private readonly CallSource _source;

        public Caller(FuzzWorld world, IActorRef adapter, VideoDeviceSettings settings)
        {
            _world = world;
            Model = new DeviceModel(settings.Profile, settings.Choices);
            _source = new CallSource(world._random, settings.Number, settings.Profile, Model);
            Device = world._driver.System.ActorOf(VideoDevice.Props(adapter, settings, world._trace));
            _self = world._driver.Start((message, _) => On(message));
        }

        public IActorRef Device { get; }

        public DeviceModel Model { get; }

        public bool IsRemoved { get; private set; }

        public int Waiting => _waiting.Count;

        public VideoDevice.Call? First => _waiting.TryPeek(out var first) ? first.Call : null;

        public void Call()
        {
            var call = _source.Next();
            _waiting.Enqueue((call, Model.Now));
            Device.Tell(call, _self);
        }

        public void Lose(VideoDevice.PlatformEvent how)
        {
            Model.Losses++;
            _source.Suspect();
            Device.Tell(how);
        }

        public void Release() => Device.Tell(VideoDevice.Release.Instance, _self);

        private void On(object message)
        {
            if (message is VideoDevice.Gone)
            {
                _world._gone++;
                return;
            }

            if (!_waiting.TryDequeue(out var next) || !IsOfItsKind(next.Call, message))
            {
                _world.Complain($"{message} answers {next.Call}");
                return;
            }

            var call = next.Call;
            var status = (message as VideoDevice.Answer)?.Status ?? DdiStatus.Ok;
            // A device that is gone says so, and stays gone.
            IsRemoved |= status is DdiStatus.DxgiDeviceRemoved or DdiStatus.DeviceRemoved;
            var isAllowed = call.Function is { } function
                ? SurfaceStatuses.IsDocumented(function, status, IsRemoved && _world._hasFaults)
                : Surrounding.Contains(status) || (IsRemoved && _world._hasFaults);
            if (!isAllowed)
                _world.Complain($"{call} answered {status}");
            if (call.Function is { } called)
            {
                _world.Answered[(int)called]++;
                if (status == DdiStatus.Ok)
                    _world.Succeeded[(int)called]++;
            }

            Model.Learn(call, message, next.Sent);
            if (call is VideoDevice.Map map && message is VideoDevice.Answer<Memory<byte>> { Status: DdiStatus.Ok } mapped)
                Look(map, mapped.Value);
            if (Model.Complaint is { } wrong)
                _world.Complain($"{call}: {wrong}");
            _source.Learn(call, message);
        }

        // The memory is the caller's up to the unmap; one may be on its way already.
        private void Look(VideoDevice.Map map, Memory<byte> mapped)
        {
            foreach (var (later, _) in _waiting)
            {
                if (later is VideoDevice.Unmap unmap && unmap.Surface == map.Surface)
                    return;
            }

            Model.Compare(map.Surface, mapped.Span);
            if (map.Access.HasFlag(CpuAccess.Write) && _source.Write(mapped) is { } written)
                Model.Fill(map.Surface, written);
        }

        private static bool IsOfItsKind(VideoDevice.Call call, object answer) => call switch
        {
            VideoDevice.VoidCall => answer is VideoDevice.Returned,
            VideoDevice.StatusCall => answer.GetType() == typeof(VideoDevice.Answer),
            _ => answer.GetType() is { IsGenericType: true } type
                && type.GetGenericArguments()[0] == call.GetType().BaseType!.GetGenericArguments()[0],
        };
    }
}
