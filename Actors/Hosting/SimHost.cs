using Akka.Actor;
using Akka.Configuration;
using Sim.Actors.Devices;
using Sim.Actors.Tracing;

namespace Sim.Actors.Hosting;

/// <summary>One run in parallel mode: an actor system with one device in it, and the trace that they record to.</summary>
public sealed class SimHost : IAsyncDisposable
{
    private SimHost(ActorSystem system, ITrace trace, IActorRef device) => (System, Trace, Device) = (system, trace, device);

    /// <summary>The actor system; scenarios put their clients into it.</summary>
    public ActorSystem System { get; }

    /// <summary>What the run's actors record to.</summary>
    public ITrace Trace { get; }

    /// <summary>The device; its messages are in <see cref="Devices.Device"/>.</summary>
    public IActorRef Device { get; }

    /// <summary>Starts a run.</summary>
    /// <param name="config">Configuration that differs from the reference.</param>
    /// <param name="settings">The device's size.</param>
    /// <param name="machines">The rules that its actors run.</param>
    /// <param name="listeners">Who watches.</param>
    public static SimHost Start(
        Config config, DeviceSettings settings, IDeviceMachines machines, IReadOnlyList<ITraceListener> listeners)
    {
        var system = ActorSystem.Create("sim", config.WithFallback(SimSettings.Reference()));
        var clock = new RunClock(system.Scheduler);
        var trace = new RunTrace(() => clock.Now, listeners);
        var device = system.ActorOf(Devices.Device.Props(settings, machines, trace), "device");
        return new SimHost(system, trace, device);
    }

    /// <summary>Stops every actor.</summary>
    public async ValueTask DisposeAsync() => await System.Terminate();
}
