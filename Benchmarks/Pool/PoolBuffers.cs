namespace Sim.Benchmarks.Pool;

/// <summary>The buffers of a load: one for each job in flight, side by side in memory that never moves.</summary>
internal static class PoolBuffers
{
    private const int Seed = 1;

    public static Memory<byte>[] Of(PoolLoad load)
    {
        var memory = GC.AllocateUninitializedArray<byte>(load.JobBytes * PoolLoad.Window, pinned: true);
        new Random(Seed).NextBytes(memory);
        return [.. Enumerable.Range(0, PoolLoad.Window)
            .Select(buffer => memory.AsMemory(buffer * load.JobBytes, load.JobBytes))];
    }
}
