using Sim.Scenarios.Model;

namespace Sim.Tests.Scenarios.Yaml;

/// <summary>The C# of docs/scenarios.md, which must be what stands there.</summary>
internal static class DocumentedTour
{
    public static Scenario Build()
    {
        var tour = Scenario.Named("tour")
            .Summary("Sixteen sessions refresh every 25 jobs while one engine hangs and another fails")
            .Engines(4)
            .KeySlots(16)
            .Device(device => device with { Watchdog = TimeSpan.FromMilliseconds(50) })
            .Sessions("movie", 16, s => s
                .Jobs(200)
                .Size(16 * ByteSize.KiB, 256 * ByteSize.KiB)
                .Pattern(beginning: 16, skip: 144, encrypt: 16)
                .RefreshEvery(25))
            .Hang(engine: 2, TimeSpan.FromMilliseconds(100), at: TimeSpan.FromMilliseconds(5))
            .Crash(engine: 0, job: 10)
            .ExpectSometimes("OldAndNewInFlight")
            .Expect("refused", "== 0")
            .Expect("jobs", "== 3200")
            .Build();
        return tour;
    }
}
