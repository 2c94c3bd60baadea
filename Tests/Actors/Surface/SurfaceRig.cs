using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Hosting;
using Sim.Actors.Surface;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Engines;
using Sim.Hardware.Profiles;
using Sim.Hardware.Sessions;
using Sim.Hardware.Surface;
using Xunit;

namespace Sim.Tests.Actors.Surface;

/// <summary>A video device on real threads, behind an actor that notes which functions it is called by.</summary>
internal sealed class SurfaceRig : IAsyncDisposable
{
    private readonly SimHost _host;
    private readonly ConcurrentQueue<SurfaceFunction> _called = new();

    public SurfaceRig(DeviceProfile? profile = null, string policy = "slots", VideoDeviceSettings? settings = null)
    {
        var pool = new EnginePoolSettings(2, MaxRestarts: 3, TimeSpan.FromMinutes(1))
        {
            // Slow enough for a test to see work in flight, in microseconds of real time.
            Spec = new EngineSpec(TimeSpan.FromMicroseconds(50), 11, 1_000_000_000, TimeSpan.Zero, TimeSpan.Zero),
            Watchdog = TimeSpan.FromMilliseconds(200),
        };
        var adapter = new DeviceSettings(pool, KeySlots: 4, Jobs: 4096, new SessionLimits(16, 4), Seed: 1);
        _host = SimHost.Start(
            ConfigurationFactory.ParseString("akka.loglevel = OFF"), adapter, new PolicyMachines(policy), [Properties, Recorded]);
        var real = settings ?? new VideoDeviceSettings(profile ?? DeviceProfiles.Full);
        Raw = _host.System.ActorOf(VideoDevice.Props(_host.Device, real, _host.Trace));
        var spy = _host.System.ActorOf(new Recipe<Spy, SurfaceRig>(this, static rig => new Spy(rig.Raw, rig._called)));
        Device = ContentProtectionDevice.Over(spy, real);
    }

    public ContentProtectionDevice Device { get; }

    /// <summary>The device's own actor.</summary>
    public IActorRef Raw { get; }

    public PropertySet Properties { get; } = new();

    public RecordedTrace Recorded { get; } = new();

    public IReadOnlyCollection<SurfaceFunction> Called => _called;

    /// <summary>The rules that calls broke, in order.</summary>
    public IEnumerable<SurfaceRule> Broken => Recorded.Events.OfType<SurfaceCallMisused>().Select(one => one.Rule);

    /// <summary>Another video device on the same adapter.</summary>
    public ContentProtectionDevice Another() =>
        ContentProtectionDevice.Create(_host, new VideoDeviceSettings(DeviceProfiles.Full) { Number = 1 });

    public async Task<IReadOnlyList<IActorRef>> EnginesAsync() =>
        (await _host.Device.Ask<EnginePool.Engines>(EnginePool.GetEngines.Instance)).Refs;

    public async ValueTask DisposeAsync()
    {
        await Device.DisposeAsync();
        await _host.DisposeAsync();
        Properties.End();
        Assert.Empty(Properties.Violations);
    }

    private sealed class Spy(IActorRef device, ConcurrentQueue<SurfaceFunction> called) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is VideoDevice.Call { Function: { } function })
                called.Enqueue(function);
            device.Forward(message);
        }
    }
}
