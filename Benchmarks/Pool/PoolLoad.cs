namespace Sim.Benchmarks.Pool;

/// <summary>What a pool is made to do.</summary>
/// <param name="Policy">Name of the device's key-switch policy.</param>
/// <param name="Engines">Engines of the pool, or threads of the raw kernel.</param>
/// <param name="JobBytes">Bytes of one job, all of them encrypted.</param>
/// <param name="RefreshesPerSecond">How often the client refreshes its session key; 0: never.</param>
public sealed record PoolLoad(string Policy, int Engines, int JobBytes, int RefreshesPerSecond = 0)
{
    /// <summary>Jobs in flight, and therefore buffers: each job works in place in its own.</summary>
    public const int Window = 64;
}
