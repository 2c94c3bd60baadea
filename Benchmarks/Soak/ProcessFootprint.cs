using System.Diagnostics;

namespace Sim.Benchmarks.Soak;

/// <summary>What a process holds: threads, handles, and memory that is reachable.</summary>
internal readonly record struct ProcessFootprint(int Threads, int Handles, long Bytes)
{
    /// <summary>Collects garbage and counts.</summary>
    public static ProcessFootprint Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        var threads = process.Threads.Count;
        return new ProcessFootprint(threads, OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : process.HandleCount, bytes);
    }

    /// <summary>True when each of so many repetitions may have left something behind; the platform's thread pool may breathe.</summary>
    /// <param name="before">What it was.</param>
    /// <param name="repetitions">How often something was done in between.</param>
    /// <param name="pooled">What the platform may keep in its own queues, in bytes.</param>
    public bool HasGrownSince(ProcessFootprint before, int repetitions, long pooled = 1 << 20) =>
        Threads > before.Threads + 32
        || Handles > before.Handles + 32
        || Bytes > before.Bytes + pooled + (repetitions * 16L);

    public override string ToString() => $"{Threads} threads, {Handles} handles, {Bytes:n0} B";
}
