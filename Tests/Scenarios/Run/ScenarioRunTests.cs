using Sim.Checkers;
using Sim.Scenarios.Model;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

public sealed class ScenarioRunTests
{
    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    public async Task Every_job_completes_with_its_clear_bytes_while_keys_are_refreshed(string policy)
    {
        var report = await Loads.Run(
            Loads.Of(Loads.Sessions(3, jobs: 100) with { Refresh = new RefreshSpec { EveryJobs = 10 } }), policy);

        Assert.Empty(report.Violations);
        Assert.Equal((300, 300, 0, 0), (report.Jobs, report.Completed, report.Aborted, report.Refused));
        Assert.Equal(300 * 1024, report.Bytes);
        Assert.Equal(3 * 9, report.Refreshes);
        Assert.Equal(report.Refreshes, report.Barrier.Count);
        foreach (var name in new[] { "EpochAtSubmission", "OneEnding", "MonotonicEpoch", "PlaintextMatches", "BarrierOpens" })
            Assert.Equal(Verdict.Held, report.Properties[name]);
    }
}
