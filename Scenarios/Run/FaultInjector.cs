using Akka.Actor;
using Sim.Actors.Hosting;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

/// <summary>
/// Protocol of what strikes a run that is explored. At <see cref="Begin"/> it arms one timer for each fault of its budget, and
/// when that fires it strikes: where due times do not bind, a schedule places the fault anywhere. Which engine or session is
/// struck is drawn from the run's seed.
/// </summary>
public static class FaultInjector
{
    /// <summary>The load begins, and with it the time of the faults.</summary>
    /// <param name="Sessions">The sessions, by client.</param>
    public sealed record Begin(IReadOnlyList<IActorRef> Sessions);

    /// <summary>A fault is due.</summary>
    /// <param name="Action">What happens.</param>
    /// <param name="Target">Index of the engine, or of the session's client.</param>
    public sealed record Strike(FaultAction Action, int Target);

    /// <summary>What strikes.</summary>
    /// <param name="Device">The device, which knows its engines.</param>
    /// <param name="Budget">How many faults of each kind.</param>
    /// <param name="Within">Where due times bind: they are drawn evenly from zero to this.</param>
    /// <param name="Seed">Seed of the run.</param>
    public sealed record Setup(IActorRef Device, ExploreSpec Budget, TimeSpan Within, ulong Seed);

    /// <summary>Makes an injector.</summary>
    public static Props Props(Setup setup) => Akka.Actor.Props.CreateBy(new Recipe<FaultInjectorActor>(() => new FaultInjectorActor(setup)));
}
