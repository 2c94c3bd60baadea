using Akka.Actor;
using Akka.Configuration;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Control;
using Sim.Scenarios.Explore;
using Sim.Simulation.Experiments;

namespace Sim.Scenarios.Play;

/// <summary>A playback in a simulated world. It serves one run.</summary>
/// <param name="device">The device.</param>
/// <param name="machines">The rules that its actors run.</param>
/// <param name="listeners">Who watches.</param>
/// <param name="edge">Makes the edge, given device and trace.</param>
/// <param name="state">How the playback goes.</param>
internal sealed class PlaybackExperiment(
    DeviceSettings device,
    IDeviceMachines machines,
    IReadOnlyList<ITraceListener> listeners,
    Func<IActorRef, ITrace, PlaybackEdge.Setup> edge,
    PlaybackEdge.State state) : IExperiment
{
    private RunClock? _clock;

    public Config Config { get; } = SimSettings.Reference();

    public bool IsSetUp => true;

    public bool IsDone => false;

    /// <summary>Virtual time since the start.</summary>
    public TimeSpan Elapsed { get; private set; }

    public Failure? Failure => state.Failure is { } failure ? new Failure("Playback", failure.Message) : null;

    public void Begin(ActorSystem system, ulong seed)
    {
        _clock = new RunClock(system.Scheduler);
        var trace = new RunTrace(() => _clock.Now, listeners);
        var made = system.ActorOf(Device.Props(device, machines, trace), "device");
        system.ActorOf(PlaybackEdge.Props(edge(made, trace)), "playback");
    }

    public Failure? End(IControlledWorld world)
    {
        Elapsed = _clock!.Now;
        return Failure ?? (state.IsPlayed ? null : new Failure("EveryJobEnds", "nothing happens any more, and the file is not played"));
    }

    public string Describe(object message) => MessageNames.Of(message);
}
