using Akka.Actor;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Surface;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Engines;
using Sim.Hardware.Profiles;
using Sim.Hardware.Sessions;
using Sim.Hardware.Surface;
using Sim.Tests.Runtime.Control;
using Xunit;
using static Sim.Tests.Actors.Surface.SurfaceClient;

namespace Sim.Tests.Actors.Surface;

/// <summary>A video device in virtual time, with two engines: a job takes a millisecond there.</summary>
public abstract class VirtualDeviceTest
{
    protected static readonly TimeSpan JobTime = TimeSpan.FromMilliseconds(1);
    protected static readonly byte[] Clear = Bytes(0x5a, SurfaceBytes);

    private IActorRef _adapter = ActorRefs.Nobody;

    private protected SeededDriver Driver { get; } = new();

    private protected ContentProtectionDevice Device { get; private set; } = null!;

    private protected RecordedTrace Recorded { get; } = new();

    private protected PropertySet Properties { get; } = new();

    private protected TimeSpan Now => Driver.World.Now;

    private protected IEnumerable<SurfaceRule> Broken => Recorded.Events.OfType<SurfaceCallMisused>().Select(one => one.Rule);

    private protected void Start(VideoDeviceSettings? settings = null, string policy = "slots", IDeviceMachines? machines = null)
    {
        // What awaits goes on within the step that ends its wait, not wherever xunit would have it.
        SynchronizationContext.SetSynchronizationContext(null);
        var pool = new EnginePoolSettings(2, MaxRestarts: 10, TimeSpan.FromDays(1))
        {
            Spec = new EngineSpec(JobTime, CyclesPerBlock: 0, ClockHz: 1_000_000_000, TimeSpan.Zero, TimeSpan.Zero),
        };
        var trace = new RunTrace(() => Now, [Properties, Recorded], isShared: false);
        _adapter = Driver.System.ActorOf(Sim.Actors.Devices.Device.Props(
            new DeviceSettings(pool, KeySlots: 4, Jobs: 64, new SessionLimits(8, 2), Seed: 1),
            machines ?? new PolicyMachines(policy),
            trace));
        var real = settings ?? new VideoDeviceSettings(DeviceProfiles.Full);
        Device = ContentProtectionDevice.Create(Driver.System, _adapter, real, trace);
        Driver.Settle();
    }

    private protected SurfaceClient Open() => Done(new SurfaceClient(Device).OpenAsync());

    private protected void Hang()
    {
        foreach (var engine in Done(_adapter.Ask<EnginePool.Engines>(EnginePool.GetEngines.Instance)).Refs)
            engine.Tell(Engine.Hang.Instance);
        Driver.Settle();
    }

    // Handles what can be handled without time going on.
    private protected T Settle<T>(T task)
        where T : Task
    {
        Driver.Settle();
        return task;
    }

    private protected T Done<T>(Task<T> task) => SeededDriver.ResultOf(Settle(task));

    private protected void Done(Task task) => Assert.True(Settle(task).IsCompletedSuccessfully);
}
