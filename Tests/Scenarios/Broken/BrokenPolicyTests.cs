using Sim.Checkers;
using Sim.Scenarios.Broken;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;
using Sim.Tests.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Broken;

/// <summary>Each policy that is wrong on purpose is caught in a single run of a small storm.</summary>
public sealed class BrokenPolicyTests
{
    // Eight clients that run far ahead of one engine: behind nearly every Finish there are jobs that latched the key before.
    private static readonly Scenario Storm = Loads.Of(
        new SessionSpec
        {
            Name = "storm",
            Count = 8,
            Window = 32,
            Jobs = Loads.Jobs(64, size: 16384),
            Refresh = new RefreshSpec { EveryJobs = 4, Finishes = 2 },
        }) with
    { Device = new DeviceSpec { Engines = 1 } };

    [Theory]
    [InlineData(NoDrainMachines.Name, 1)]
    [InlineData(NoDrainMachines.Name, 2)]
    [InlineData(LateLatchMachines.Name, 1)]
    [InlineData(LateLatchMachines.Name, 2)]
    [InlineData(NonceNotClearedMachines.Name, 1)]
    [InlineData(NonceNotClearedMachines.Name, 2)]
    public async Task It_is_caught_by_the_keys_in_the_trace_and_by_the_plaintext(string policy, ulong seed)
    {
        var report = await Loads.Run(Storm, policy, seed);

        Assert.Equal(Verdict.Violated, report.Properties[nameof(EpochAtSubmission)]);
        Assert.Equal(Verdict.Violated, report.Properties[nameof(PlaintextMatches)]);
        Assert.Equal(report.Jobs, report.Completed);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    public async Task A_right_policy_holds_in_the_same_storm(string policy)
    {
        var report = await Loads.Run(Storm, policy);

        Assert.Empty(report.Violations);
        Assert.Equal(report.Refreshes, report.Misuse);
    }

    [Fact]
    public async Task A_number_that_is_not_cleared_does_no_harm_while_nobody_finishes_twice()
    {
        var once = Storm with
        {
            Sessions = [.. Storm.Sessions.Select(group => group with { Refresh = new RefreshSpec { EveryJobs = 4 } })],
        };

        RunReport report = await Loads.Run(once, NonceNotClearedMachines.Name);

        Assert.Empty(report.Violations);
    }
}
