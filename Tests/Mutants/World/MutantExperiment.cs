using Akka.Actor;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Faults;

namespace Sim.Tests.Mutants.World;

/// <summary>A workload on a device with given machines, watched by all properties.</summary>
/// <param name="workload">What happens.</param>
/// <param name="machines">Makes the machines of a device, anew for each run.</param>
internal sealed class MutantExperiment(Workload workload, Func<IDeviceMachines> machines)
{
    private readonly EnginePoolSettings _pool = new(workload.Engines, workload.MaxRestarts, TimeSpan.FromMinutes(1))
    {
        Faults = new FaultPlan([.. workload.Rules], Seed: 1),
    };

    private readonly IActorRef[] _clients = new IActorRef[workload.Scripts.Length];
    private int _ready;

    /// <summary>What the run says.</summary>
    public PropertySet Properties { get; } = new();

    /// <summary>What a machine threw, which none should; null: nothing.</summary>
    public Exception? Thrown { get; private set; }

    /// <summary>True when every client has a session with a key.</summary>
    public bool IsSetUp => _ready == workload.Scripts.Length;

    /// <summary>Forgets the last run and makes the actors of the next.</summary>
    public void Begin(ActorSystem system, ulong seed)
    {
        _ready = 0;
        Thrown = null;
        Properties.Clear();
        var trace = new RunTrace(() => TimeSpan.Zero, [Properties]);
        var settings = new DeviceSettings(
            _pool, workload.KeySlots, Jobs: workload.Limits.Jobs * workload.Scripts.Length, workload.Limits, seed);
        var guarded = new GuardedMachines(machines(), thrown => Thrown ??= thrown);
        var device = system.ActorOf(Device.Props(settings, guarded, trace), "device");
        for (var client = 0; client < _clients.Length; client++)
        {
            _clients[client] = system.ActorOf(
                ScriptClient.Props(new(client, workload.Scripts[client], workload.Window, device, trace, OnReady)),
                $"client-{client}");
        }
    }

    private void OnReady()
    {
        _ready++;
        if (!IsSetUp)
            return;
        foreach (var client in _clients)
            client.Tell(ScriptClient.Next.Instance);
    }
}
