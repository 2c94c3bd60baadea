using System.Collections.Immutable;
using Akka.Actor;
using Sim.Actors.Hosting;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

/// <summary>
/// Protocol of what strikes a run beside what engines and clients do themselves: the device, and a run that is explored. At
/// <see cref="Begin"/> it arms one timer for each fault, and when that fires it strikes: where due times do not bind, a schedule
/// places the fault anywhere. Which engine or session a fault of the budget strikes is drawn from the run's seed.
/// </summary>
public static class FaultInjector
{
    /// <summary>The load begins, and with it the time of the faults.</summary>
    /// <param name="Sessions">The sessions, by client.</param>
    public sealed record Begin(IReadOnlyList<IActorRef> Sessions);

    /// <summary>A fault is due.</summary>
    /// <param name="Action">What happens.</param>
    /// <param name="Target">Index of the engine, or of the session's client; of the device none.</param>
    public sealed record Strike(FaultAction Action, int Target)
    {
        /// <summary>How long a suspend lasts.</summary>
        public TimeSpan Duration { get; init; }
    }

    /// <summary>The device has power again.</summary>
    public sealed record WakeDevice
    {
        /// <summary>The one instance.</summary>
        public static WakeDevice Instance { get; } = new();
    }

    /// <summary>What strikes.</summary>
    /// <param name="Device">The device, which knows its engines.</param>
    /// <param name="Budget">How many faults of each kind.</param>
    /// <param name="Within">Where due times bind: they are drawn evenly from zero to this.</param>
    /// <param name="Seed">Seed of the run.</param>
    public sealed record Setup(IActorRef Device, ExploreSpec Budget, TimeSpan Within, ulong Seed)
    {
        /// <summary>What strikes the device, and when.</summary>
        public ImmutableArray<FaultSpec> AtDevice { get; init; } = [];
    }

    /// <summary>What injects the faults of a run; null: nothing is to be injected.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="device">Its device.</param>
    /// <param name="isExplored">Whether the scenario's budget counts.</param>
    /// <param name="within">Where due times bind: when what the budget has strikes.</param>
    /// <param name="seed">Seed of the run.</param>
    public static Setup? SetupOf(RunPlan plan, IActorRef device, bool isExplored, TimeSpan within, ulong seed)
    {
        var budget = isExplored ? plan.Scenario.Explore : new ExploreSpec();
        return budget.HasFaults || !plan.DeviceFaults.IsEmpty
            ? new Setup(device, budget, within, seed) { AtDevice = plan.DeviceFaults }
            : null;
    }

    /// <summary>Makes an injector.</summary>
    public static Props Props(Setup setup) => new Recipe<FaultInjectorActor, Setup>(setup, static setup => new FaultInjectorActor(setup));
}
