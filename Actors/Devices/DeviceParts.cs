using Akka.Actor;
using Sim.Actors.Engines;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;

namespace Sim.Actors.Devices;

// What a device is made of. One after the other, or at once, any number of devices can be made of it: nothing in it changes.
internal sealed record DeviceParts(DeviceSettings Settings, IDeviceMachines Machines, ITrace Trace)
{
    public Props Pool { get; } = EnginePool.Props(Settings.Pool, Machines, Trace);

    public NonceSeed Nonces { get; } = new(Settings.Seed);
}
