using Akka.Actor;
using Akka.Configuration;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Control;
using Sim.Hardware.Engines;
using Sim.Hardware.Faults;
using Sim.Hardware.Resets;
using Sim.Scenarios.Explore;
using Sim.Simulation.Experiments;

namespace Sim.Tests.Mutants.World;

/// <summary>A workload on a device with given machines, watched by all properties.</summary>
/// <param name="workload">What happens.</param>
/// <param name="machines">Makes the machines of a device, anew for each run.</param>
/// <param name="endsAtViolation">True: a schedule is over when a property is violated. False: it goes on to its end.</param>
internal sealed class MutantExperiment(Workload workload, Func<IDeviceMachines> machines, bool endsAtViolation) : IExperiment
{
    // What it says is of no account here; that there is one makes each job's end an event of its own.
    private static readonly EngineSpec Spec = new(
        TimeSpan.FromMicroseconds(8), CyclesPerBlock: 11, ClockHz: 1_000_000_000, TimeSpan.Zero, TimeSpan.Zero);

    private readonly EnginePoolSettings _pool = new(Workload.Engines, workload.MaxRestarts, TimeSpan.FromMinutes(1))
    {
        Spec = Spec,
        Faults = new FaultPlan([.. workload.Rules], Seed: 1),
        Resets = workload.Resets is { } count ? new ResetLimits(count, TimeSpan.FromDays(1)) : null,
    };

    private readonly IActorRef[] _clients = new IActorRef[workload.Scripts.Length];
    private int _ready;
    private Exception? _thrown;

    /// <summary>What the run says.</summary>
    public PropertySet Properties { get; } = new();

    public Config Config => Config.Empty;

    /// <summary>True when every client has a session with a key.</summary>
    public bool IsSetUp => _ready == _clients.Length;

    public bool IsDone => false;

    public Failure? Failure => _thrown is { } thrown ? new Failure("Thrown", $"{thrown.GetType().Name}: {thrown.Message}")
        : endsAtViolation ? FirstViolation
        : null;

    public void Begin(ActorSystem system, ulong seed)
    {
        _ready = 0;
        _thrown = null;
        Properties.Clear();
        var trace = new RunTrace(() => TimeSpan.Zero, [Properties], isShared: false);
        var settings = new DeviceSettings(
            _pool, workload.KeySlots, Jobs: Workload.Limits.Jobs * _clients.Length, Workload.Limits, seed);
        var guarded = new GuardedMachines(machines(), thrown => _thrown ??= thrown);
        var device = system.ActorOf(Device.Props(settings, guarded, trace), "device");
        for (var client = 0; client < _clients.Length; client++)
        {
            _clients[client] = system.ActorOf(
                ScriptClient.Props(new(client, workload.Scripts[client], Workload.Window, device, trace, OnReady) { Limits = workload.LimitsOf(client) }),
                $"client-{client}");
        }
    }

    public Failure? End(IControlledWorld world)
    {
        Properties.End();
        return FirstViolation;
    }

    public string Describe(object message) => MessageNames.Of(message);

    private Failure? FirstViolation =>
        Properties.FirstViolation is { } violation ? new Failure(violation.Property, violation.Detail) : null;

    private void OnReady()
    {
        _ready++;
        if (!IsSetUp)
            return;
        foreach (var client in _clients)
            client.Tell(ScriptClient.Next.Instance);
    }
}
