using Sim.Benchmarks.Soak;
using Xunit;

namespace Sim.Tests.Runtime.Reliability;

/// <summary>
/// Systems that end leave nothing behind. SIM_SOAK_SYSTEMS sets how many; it runs alone, since it counts what the process holds.
/// </summary>
[CollectionDefinition(nameof(SystemChurnTests), DisableParallelization = true)]
[Collection(nameof(SystemChurnTests))]
public sealed class SystemChurnTests
{
    private static readonly int Systems =
        int.TryParse(Environment.GetEnvironmentVariable("SIM_SOAK_SYSTEMS"), out var systems) ? systems : 2_000;

    [Fact]
    public async Task Systems_that_are_created_and_ended_leave_no_threads_handles_or_memory()
    {
        await SystemChurn.Run(200);
        var before = ProcessFootprint.Measure();
        Assert.Equal(Systems, await SystemChurn.Run(Systems));
        var after = ProcessFootprint.Measure();
        Assert.False(after.HasGrownSince(before, Systems), $"before: {before}; after: {after}");
    }

    [Fact]
    public void Footprint_sees_threads_and_memory_that_are_kept()
    {
        var before = ProcessFootprint.Measure();
        using var release = new ManualResetEventSlim();
        using var running = new CountdownEvent(64);
        var threads = Enumerable.Range(0, 64).Select(_ => new Thread(() =>
        {
            running.Signal();
            release.Wait();
        })).ToList();
        threads.ForEach(thread => thread.Start());
        Assert.True(running.Wait(TimeSpan.FromSeconds(10)));
        var during = ProcessFootprint.Measure();
        release.Set();
        threads.ForEach(thread => Assert.True(thread.Join(TimeSpan.FromSeconds(10))));
        Assert.True((during with { Bytes = before.Bytes }).HasGrownSince(before, 1));

        // More than what earlier tests left to the collector, which may go at any time.
        var kept = new byte[128 << 20];
        var after = ProcessFootprint.Measure();
        Assert.True(after.Bytes - before.Bytes > kept.Length / 2);
        Assert.True(after.Handles > 0);
        GC.KeepAlive(kept);
    }
}
