using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;
using Sim.Scenarios;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

public sealed class RunPlanTests
{
    private static readonly Scenario Plain = Loads.Of(Loads.Sessions(3, jobs: 10));

    [Fact]
    public void The_device_has_room_for_all_sessions_unless_the_scenario_says_otherwise()
    {
        Assert.Equal(3 * 256, Plan(Plain).Device.Jobs);
        Assert.Equal(1000, Plan(Plain with { Device = new DeviceSpec { Jobs = 1000 } }).Device.Jobs);
        Assert.Equal(6, Plan(Loads.Of(Loads.Sessions(3, 10) with { Limits = new SessionLimits(2, 1) })).Device.Jobs);
    }

    [Fact]
    public void Options_win_over_the_scenario()
    {
        var plan = Plan(Plain, new RunOptions { Scenario = "test", Policy = "drain", Engines = 7, RefreshEvery = 9, Seed = 5 });

        Assert.Equal(("drain", 7, 5ul, 5ul), (plan.Policy, plan.Device.Pool.Engines, plan.Seed, plan.Device.Seed));
        Assert.All(plan.Scenario.Sessions, group => Assert.Equal(9, group.Refresh!.EveryJobs));
    }

    [Fact]
    public void Refresh_every_keeps_how_a_group_refreshes_and_0_stops_it()
    {
        var timed = Loads.Of(Loads.Sessions(1, 10) with { Refresh = new RefreshSpec { EveryTime = TimeSpan.FromSeconds(1), Finishes = 2 } });

        Assert.Equal(
            new RefreshSpec { EveryJobs = 3, Finishes = 2 },
            Plan(timed, new RunOptions { Scenario = "test", RefreshEvery = 3 }).Scenario.Sessions[0].Refresh);
        Assert.Null(Plan(timed, new RunOptions { Scenario = "test", RefreshEvery = 0 }).Scenario.Sessions[0].Refresh);
    }

    [Fact]
    public void Refresh_every_has_nothing_to_say_about_a_script()
    {
        var refused = Assert.Throws<UsageException>(() => Plan(
            Loads.Of(Loads.Sessions(1, 10), Loads.Script("job") with { Name = "told" }),
            new RunOptions { Scenario = "test", RefreshEvery = 3 }));

        Assert.Equal("--refresh-every: sessions of told have a script, and that says when they refresh", refused.Message);
    }

    [Fact]
    public void Clients_are_numbered_through_all_groups_and_each_group_has_its_faults()
    {
        var plan = Plan(Loads.Of(Loads.Sessions(2, 1) with { Name = "a" }, Loads.Sessions(3, 1) with { Name = "b" }) with
        {
            Faults = [new FaultSpec { Action = FaultAction.Close, Session = "b", Job = 1 }],
        });

        Assert.Equal(5, plan.Clients);
        Assert.Equal([0, 2], plan.Groups.Select(group => group.First));
        Assert.Equal([0, 1], plan.Groups.Select(group => group.Faults.Length));
    }

    [Fact]
    public void Engine_faults_become_rules_of_the_pool()
    {
        var plan = Plan(Plain with
        {
            Device = new DeviceSpec { Watchdog = TimeSpan.FromSeconds(3), EngineRestarts = 5 },
            Faults =
            [
                new FaultSpec { Action = FaultAction.Hang, Duration = TimeSpan.FromMilliseconds(100), Engine = 2, At = TimeSpan.FromMilliseconds(5) },
                new FaultSpec { Action = FaultAction.Crash, Engine = 0, Chance = 0.5, Times = 4 },
                new FaultSpec { Action = FaultAction.Slow, Duration = TimeSpan.FromMilliseconds(1), Engine = 1 },
            ],
        });

        Assert.Equal((5, TimeSpan.FromSeconds(3)), (plan.Device.Pool.MaxRestarts, plan.Device.Pool.Watchdog));
        Assert.Equal(
            [
                new EngineFaultRule(2, new EngineFault(EngineFaultKind.Hang, TimeSpan.FromMilliseconds(100)), At: TimeSpan.FromMilliseconds(5)),
                new EngineFaultRule(0, new EngineFault(EngineFaultKind.Crash, default), Chance: 0.5, Times: 4),
                new EngineFaultRule(1, new EngineFault(EngineFaultKind.Slow, TimeSpan.FromMilliseconds(1)), Times: null),
            ],
            plan.Device.Pool.Faults.Rules.ToArray());
        Assert.Same(FaultPlan.None, Plan(Plain).Device.Pool.Faults);
    }

    [Fact]
    public void Patience_is_beyond_what_the_scenario_itself_waits_for()
    {
        var slow = Loads.Of(Loads.Sessions(1, 10) with { RatePerSecond = 0.01 });

        Assert.Equal(TimeSpan.FromSeconds(130), Plan(slow).Patience);
        Assert.Equal(TimeSpan.FromSeconds(32), Plan(Plain).Patience);
    }

    [Fact]
    public void What_does_not_go_together_is_named()
    {
        Refused("--policy: there is no policy 'x'; there are drain", Plain, new RunOptions { Scenario = "test", Policy = "x" });
        Refused(
            "--policy: scenario 'test' is not for 'drain', but for slots",
            Plain with { Policies = ["slots"] },
            new RunOptions { Scenario = "test", Policy = "drain" });
        Refused("scenario 'test' is not for mode 'parallel', but for virtual", Plain with { Modes = ["virtual"] });
        Refused(
            "faults: there is no engine 2; the device has 2, from 0",
            Plain with { Faults = [new FaultSpec { Action = FaultAction.Crash, Engine = 2, Job = 1 }] },
            new RunOptions { Scenario = "test", Engines = 2 });
        Refused("faults: there is no session group 'x'", Plain with { Faults = [new FaultSpec { Action = FaultAction.Close, Session = "x", Job = 1 }] });
        Refused("faults: an engine cannot Close", Plain with { Faults = [new FaultSpec { Action = FaultAction.Close, Engine = 1, Job = 1 }] });
        Refused("device.jobs: 767 is less than the 768 that", Plain with { Device = new DeviceSpec { Jobs = 767 } });
        Refused("sessions: there are none", Loads.Of());
        Refused("sessions: 1000001 are too many", Loads.Of(Loads.Sessions(1, 1), Loads.Sessions(1_000_000, 1)));
        Refused("--engines: 65 is out of range", Plain with { Device = new DeviceSpec { Engines = 65 } });
        Refused("expect: there is no property 'X'", Plain with { Expect = new Expectations { Off = ["X"] } });
        Refused("expect: there is no metric 'x'", Plain with { Expect = new Expectations { Metrics = [new MetricBound("x", Comparison.Less, 1)] } });
        Refused("--session-key: has 2 characters", Plain, new RunOptions { Scenario = "test", SessionKey = "ab" });
    }

    [Fact]
    public void A_policy_that_is_wrong_on_purpose_may_be_tried_on_every_scenario() =>
        Assert.Equal(
            "broken-late-latch",
            Plan(Plain with { Policies = ["drain"] }, new RunOptions { Scenario = "test", Policy = "broken-late-latch" }).Policy);

    private static RunPlan Plan(Scenario scenario, RunOptions? options = null) =>
        RunPlan.Create(scenario, options ?? new RunOptions { Scenario = "test" });

    private static void Refused(string problem, Scenario scenario, RunOptions? options = null) =>
        Assert.StartsWith(problem, Assert.Throws<UsageException>(() => Plan(scenario, options)).Message, StringComparison.Ordinal);
}
