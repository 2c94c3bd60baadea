using Sim.Checkers;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;
using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

/// <summary>Whole runs on a real device.</summary>
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

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task Keys_and_patterns_of_every_kind_are_right(bool contentKey, bool pattern)
    {
        var jobs = new JobSpec
        {
            Count = 100,
            SizeMin = 0,
            SizeMax = 3000,
            ContentKey = contentKey,
            Pattern = pattern ? new EncryptedBlockInfo(100, 7, 33) : null,
        };

        var report = await Loads.Run(
            Loads.Of(Loads.Sessions(2, 1) with { Jobs = jobs, Refresh = new RefreshSpec { EveryJobs = 5 } }));

        Assert.Empty(report.Violations);
        Assert.Equal((200, 0), (report.Completed, report.Misuse));
    }

    [Theory]
    [InlineData(2, 1, 1, 19, 20)]
    [InlineData(1, 2, 1, 19, 19)]
    [InlineData(0, 1, 1, 0, 19)]
    [InlineData(1, 0, 1, 0, 19)]
    [InlineData(1, 1, 3, 57, 0)]
    [InlineData(0, 0, 2, 0, 0)]
    public async Task Misuse_of_refresh_calls_changes_nothing_and_is_recorded(
        int starts, int finishes, int chain, long refreshes, long misuse)
    {
        var report = await Loads.Run(Loads.Of(Loads.Sessions(1, 100) with
        {
            Refresh = new RefreshSpec { EveryJobs = 5, Starts = starts, Finishes = finishes, Chain = chain },
        }));

        Assert.Empty(report.Violations);
        Assert.Equal((100, refreshes, misuse), (report.Completed, report.Refreshes, report.Misuse));
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    public async Task With_tiny_limits_jobs_are_refused_as_busy_and_all_of_them_complete_in_the_end(string policy)
    {
        var report = await Loads.Run(
            Loads.Of(Loads.Sessions(4, 50) with
            {
                Window = 8,
                Limits = new SessionLimits(Jobs: 2, PendingRefreshes: 1),
                Refresh = new RefreshSpec { EveryJobs = 2 },
            }) with
            { Device = new DeviceSpec { Engines = 1, KeySlots = 1 } },
            policy);

        Assert.Empty(report.Violations);
        Assert.Equal((200, 200), (report.Jobs, report.Completed));
        Assert.True(report.Refused > 0);
    }

    public static TheoryData<FaultAction, FaultSpec> SessionFaults()
    {
        TheoryData<FaultAction, FaultSpec> faults = [];
        foreach (var action in new[] { FaultAction.Close, FaultAction.LoseKey })
        {
            faults.Add(action, new FaultSpec { Action = action, Job = 20 });
            faults.Add(action, new FaultSpec { Action = action, Start = 2 });
            faults.Add(action, new FaultSpec { Action = action, Finish = 2 });
            faults.Add(action, new FaultSpec { Action = action, At = TimeSpan.FromMilliseconds(5) });
        }

        return faults;
    }

    [Theory]
    [MemberData(nameof(SessionFaults))]
    public async Task A_session_that_is_closed_or_loses_its_key_ends_every_job_and_leaves_others_alone(FaultAction action, FaultSpec fault)
    {
        foreach (var policy in KeySwitchPolicies.Names)
        {
            var struck = Loads.Sessions(2, 1) with
            {
                Name = "struck",
                Jobs = new JobSpec { For = TimeSpan.FromSeconds(5), SizeMin = 4096, SizeMax = 4096 },
                Refresh = new RefreshSpec { EveryJobs = 8 },
            };

            var report = await Loads.Run(
                Loads.Of(struck, Loads.Sessions(2, 50)) with { Faults = [fault with { Session = "struck" }] }, policy);

            Assert.Empty(report.Violations);
            Assert.Equal(report.Jobs, report.Completed + report.Aborted);
            Assert.True(report.Completed >= 100);
            Assert.True(report.ElapsedSeconds < 5, $"{action} did not strike");
        }
    }

    [Fact]
    public void Jobs_arrive_at_their_rate_and_a_load_by_time_ends_with_it()
    {
        var report = Loads.RunVirtually(Loads.Of(Loads.Sessions(4, 1) with
        {
            RatePerSecond = 100,
            Jobs = new JobSpec { For = TimeSpan.FromMilliseconds(300), SizeMin = 64, SizeMax = 64 },
            Refresh = new RefreshSpec { EveryTime = TimeSpan.FromMilliseconds(50) },
        }));

        Assert.Empty(report.Violations);
        Assert.Equal(4 * 30, report.Jobs);
        // The last of the four refreshes after whole intervals, and so not before the last one is over.
        Assert.Equal((3 * 6) + 5, report.Refreshes);
        Assert.Equal(0.3, report.VirtualSeconds);
    }

    [Fact]
    public void A_rate_is_kept_by_a_load_that_is_counted()
    {
        var report = Loads.RunVirtually(Loads.Of(Loads.Sessions(1, 20) with { RatePerSecond = 100 }));

        Assert.Equal(20, report.Completed);
        // The last job begins at 190 ms, and a job takes an engine some 10 us.
        Assert.InRange(report.VirtualSeconds!.Value, 0.19, 0.1901);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        var scenario = Loads.Of(Loads.Sessions(2, 50) with { Jobs = new JobSpec { Count = 50, SizeMin = 0, SizeMax = 10_000 } });

        var (first, second, other) = (await Loads.Run(scenario, seed: 7), await Loads.Run(scenario, seed: 7), await Loads.Run(scenario, seed: 8));

        Assert.Equal(first.Bytes, second.Bytes);
        Assert.NotEqual(first.Bytes, other.Bytes);
    }

    [Fact]
    public async Task A_metric_beyond_its_bound_is_a_violation_and_one_within_is_not()
    {
        var report = await Loads.Run(Loads.Of(Loads.Sessions(1, 10)) with
        {
            Expect = new Expectations
            {
                Metrics = [new MetricBound("jobs", Comparison.Equal, 10), new MetricBound("aborted", Comparison.More, 0)],
            },
        });

        Assert.Equal([new ViolationReport("metric aborted", "is 0, must be > 0")], report.Violations);
        Assert.Equal(1, report.ViolationCount);
    }

    [Fact]
    public async Task A_property_that_is_off_is_not_judged_and_one_that_is_not_reached_is_no_violation()
    {
        var report = await Loads.Run(Loads.Of(Loads.Sessions(1, 10)) with
        {
            Expect = new Expectations { Off = ["PlaintextMatches"], Sometimes = ["OldAndNewInFlight"] },
        });

        Assert.Empty(report.Violations);
        Assert.DoesNotContain("PlaintextMatches", report.Properties.Keys);
        Assert.Equal(Verdict.NotReached, report.Properties["OldAndNewInFlight"]);
    }

    [Fact]
    public async Task A_run_that_is_given_up_says_so_and_names_the_jobs_that_have_not_ended()
    {
        var endless = Loads.Of(Loads.Sessions(2, 1) with { Jobs = new JobSpec { For = TimeSpan.FromMinutes(1) } });

        var report = await ScenarioRun.RunAsync(
            endless,
            new RunOptions { Scenario = "test", Patience = TimeSpan.FromMinutes(-1) },
            (_, _) => { },
            CancellationToken.None);

        Assert.Contains(report.Violations, found =>
            found.Property == "EveryJobEnds" && found.Detail.EndsWith("2 sessions have not ended: 0, 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelling_ends_a_run()
    {
        using var cancel = new CancellationTokenSource();
        var endless = Loads.Of(Loads.Sessions(2, 1) with { Jobs = new JobSpec { For = TimeSpan.FromMinutes(1) } });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScenarioRun.RunAsync(
            endless, new RunOptions { Scenario = "test" }, (_, _) => cancel.Cancel(), cancel.Token));
    }

    [Fact]
    public async Task Progress_is_told_in_jobs_of_all_jobs()
    {
        var all = 0L;
        await ScenarioRun.RunAsync(
            Loads.Of(Loads.Sessions(2, 30) with { RatePerSecond = 100 }),
            new RunOptions { Scenario = "test" },
            (done, total) => all = done <= total ? total : -1,
            CancellationToken.None);

        Assert.Equal(60, all);
    }
}
