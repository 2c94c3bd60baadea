using Akka.Actor;
using Sim.Simulation.Experiments;

namespace Sim.Simulation.Worlds;

/// <summary>Randomness for actors: each has its own, from the seed of the run and its path, whatever others draw.</summary>
public static class ActorRandom
{
    // A simulated run has its thread to itself.
    [ThreadStatic]
    private static ulong? _seed;

    /// <summary>A generator for the actor whose context it is; the same numbers in each run of the same seed.</summary>
    /// <param name="context">The actor's context.</param>
    /// <exception cref="InvalidOperationException">No simulation runs on this thread.</exception>
    public static Random For(IActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var seed = _seed ?? throw new InvalidOperationException(
            $"{context.Self.Path} asks for seeded randomness, but no simulation runs on this thread.");
        var own = SeededRandom.Of(seed, (long)PathHash.Of(context.Self.Path.ToStringWithoutAddress()));
        return new Random((int)(own >> 33));
    }

    /// <summary>Sets the seed of the run on this thread; null: none runs.</summary>
    internal static void Use(ulong? seed) => _seed = seed;
}
