using Akka.Actor;

namespace Sim.Benchmarks.Runtime;

/// <summary>How much memory actors take that have started and have nothing to do.</summary>
internal static class IdleActors
{
    /// <summary>Creates so many and weighs them, together with their actor objects.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Bytes that they keep, all of them together, and the whole process's working set beside them.</returns>
    public static (long Kept, long WorkingSet) Weigh(int count)
    {
        using var load = new Spawning(named: false);
        load.Run(1);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        load.Run(count);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        return (after - before, Environment.WorkingSet);
    }
}
