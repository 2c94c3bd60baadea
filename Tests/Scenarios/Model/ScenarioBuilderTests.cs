using Sim.Hardware.Sessions;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml;
using Sim.Simulation.Schedules;
using Sim.Tests.Scenarios.Yaml;
using Xunit;

namespace Sim.Tests.Scenarios.Model;

public sealed class ScenarioBuilderTests
{
    private static ScenarioBuilder Minimal => Scenario.Named("minimal").Summary("One session").Sessions("movie", 1, s => s.Jobs(10));

    [Fact]
    public void Minimal_scenario_is_the_same_in_csharp_and_yaml() => Assert.Equal(Texts.Parse(Texts.Minimal), Minimal.Build());

    [Fact]
    public void Every_key_of_yaml_can_be_said_in_csharp()
    {
        var built = Scenario.Named("full")
            .Summary("Everything at once")
            .Policies("slots", "drain")
            .Modes("virtual")
            .Engines(5)
            .KeySlots(17)
            .Device(device => device with { Policy = "drain", Jobs = 8192, Watchdog = TimeSpan.FromMilliseconds(50), EngineRestarts = 3, Resets = 4, HardwareDepth = 3, UnfitEngines = 1 })
            .Sessions("movie", 16, s => s
                .Window(31)
                .Rate(60)
                .Jobs(1000)
                .Size(16 * ByteSize.KiB, 256 * ByteSize.KiB)
                .WithoutContentKey()
                .OnEngine(0)
                .Pattern(beginning: 16, skip: 144, encrypt: 32)
                .RefreshEvery(25, starts: 2, finishes: 3, chain: 4)
                .Reopen()
                .Priority(SessionPriority.Focus)
                .Limits(jobs: 128, pendingRefreshes: 31))
            .Sessions("radio", 1, s => s.JobsFor(TimeSpan.FromMinutes(2)).Parts(4).RefreshEvery(TimeSpan.FromMilliseconds(10)))
            .Sessions("told", 1, s => s
                .Size(64)
                .Script(script => script.Jobs(4).Start().Finish().Finish().Job().LoseKey().Close().Reopen().Teardown().Suspend().Resume().Present())
                .Negotiated())
            .Hang(engine: 2, TimeSpan.FromMilliseconds(100), at: TimeSpan.FromMilliseconds(5))
            .Hang(engine: 2, TimeSpan.MaxValue, at: TimeSpan.Zero, times: 2)
            .Crash(engine: 0, job: 10, times: 3)
            .Slow(engine: 1, by: TimeSpan.FromMicroseconds(500))
            .Crash(engine: 3, chance: 1.0 / 500, times: 5)
            .Slow(engine: 3, by: TimeSpan.FromMicroseconds(1500), chance: 0.002, times: 5)
            .Close("movie", job: 100)
            .LoseKey("movie", start: 2)
            .Close("radio", finish: 7)
            .Wedge(engine: 0, job: 11)
            .Teardown(at: TimeSpan.FromSeconds(1))
            .Teardown(at: TimeSpan.FromSeconds(2), withContent: true)
            .Suspend(TimeSpan.FromSeconds(1), at: TimeSpan.FromSeconds(3))
            .Explore(explore => explore with { Crashes = 1, Hangs = 2, KeyLosses = 3, Closes = 4, Teardowns = 5, Suspends = 6, JobSize = 64 })
            .ExpectSometimes("OldAndNewInFlight")
            .TurnOff("PlaintextMatches", "BarrierOpens")
            .Expect("stall.p99", "< 2 ms")
            .Expect("completed", "== 16000")
            .Expect("throughput", ">= 1.5 MB/s")
            .Build();

        Assert.Equal(Texts.Parse(Texts.Full), built);
    }

    [Fact]
    public void Device_takes_the_first_policy_when_its_own_is_excluded()
    {
        Assert.Equal("drain", Minimal.Policies("drain").Build().Device.Policy);
        Assert.Equal("slots", Minimal.Policies("drain", "slots").Build().Device.Policy);
    }

    [Fact]
    public void Calls_leave_the_builder_that_they_were_made_on_as_it_was()
    {
        var minimal = Minimal;

        minimal.Engines(9).Crash(engine: 0, job: 1).Build();

        Assert.Equal(Texts.Parse(Texts.Minimal), minimal.Build());
    }

    [Fact]
    public void Scenario_that_a_file_could_not_hold_is_refused()
    {
        AssertRefused(Scenario.Named("Big"), "scenario 'Big': name: 'Big' is not a name; a name is of lower-case letters, digits and single hyphens, a letter first");
        AssertRefused(Scenario.Named("x").Sessions("a", 1, s => s.Jobs(1)), "scenario 'x': summary: must not be empty");
        AssertRefused(Scenario.Named("x").Summary("y"), "scenario 'x': sessions: the list is empty");
        AssertRefused(Minimal.Engines(65), "scenario 'minimal': device.engines: 65 is out of range; it must be 1 to 64");
        AssertRefused(Minimal.Sessions("b", 1, s => s), "scenario 'minimal': sessions.1.jobs: one of count, for is missing");
        AssertRefused(Minimal.Sessions("b", 1, s => s.Script(script => script)), "scenario 'minimal': sessions.1.script: the list is empty");
        AssertRefused(Minimal.Sessions("b", 1, s => s.Script(script => script.Jobs(0))), "scenario 'minimal': sessions.1.script.0: '0 jobs' is out of range; it must be 1 jobs to 100000 jobs");
        AssertRefused(Minimal.Sessions("b", 1, s => s.Jobs(1).Size(9, 8)), "scenario 'minimal': sessions.1.jobs.size: '9B..8B' runs from the larger size to the smaller one");
        AssertRefused(Minimal.Sessions("b", 1, s => s.Jobs(1).Size(-1)), "scenario 'minimal': sessions.1.jobs.size: a size cannot be negative: '-1B'");
        AssertRefused(Minimal.Sessions("b", 1, s => s.Jobs(1).Rate(double.NaN)), "scenario 'minimal': sessions.1.rate: 'NaN/s' is not a rate; write it like 60/s");
        AssertRefused(Minimal.Device(d => d with { Watchdog = TimeSpan.FromTicks(-1) }), "scenario 'minimal': device.watchdog: a time cannot be negative: '-0.1us'");
        AssertRefused(Minimal.Device(d => d with { Watchdog = TimeSpan.MaxValue }), "scenario 'minimal': device.watchdog: 'forever' is not a time; write it like 50ms");
        AssertRefused(Minimal.Crash(engine: 0, chance: double.PositiveInfinity), "scenario 'minimal': faults.0.chance: 'Infinity' is not a chance; write it like 1/500 or 0.002");
    }

    [Fact]
    public void Scenario_that_breaks_a_rule_is_refused()
    {
        AssertRefused(Minimal.Crash(engine: 4, job: 1), "scenario 'minimal': faults.0.engine: there is no engine 4; the device has 4, the first is 0");
        AssertRefused(Minimal.Crash(engine: 0), "scenario 'minimal': faults.0: nothing says when to crash: one of at, job, chance is missing");
        AssertRefused(Minimal.Close("film", job: 1), "scenario 'minimal': faults.0.session: there is no session group 'film'; there is movie");
        AssertRefused(
            Minimal.Fault(new FaultSpec { Action = FaultAction.Crash, Engine = 0, Session = "movie", Job = 1 }),
            "scenario 'minimal': faults.0.session: 'session' cannot stand beside 'engine'");
        AssertRefused(
            Minimal.Fault(new FaultSpec { Action = FaultAction.Crash, Engine = 0, Job = 1, Duration = TimeSpan.FromSeconds(1) }),
            "scenario 'minimal': faults.0: crash has no duration");
        AssertRefused(
            Minimal.Expect("completed", "> 1").Expect("completed", "< 5"),
            "scenario 'minimal': expect.metrics.completed: has more than one bound");
    }

    [Fact]
    public void Explored_no_job_is_larger_than_it_may_be()
    {
        var built = Minimal.Sessions("b", 1, s => s.Jobs(1).Size(16, 48)).Sessions("c", 1, s => s.Jobs(1).Size(16, 96));

        Assert.Equal(built.Build(), ExploredForm.Of(built.Build(), Timing.Model));
        Assert.Equal(
            [(64, 64), (16, 48), (16, 64)],
            ExploredForm.Of(built.Build(), Timing.Any).Sessions.Select(s => (s.Jobs.SizeMin, s.Jobs.SizeMax)));
    }

    [Fact]
    public void Repeated_commands_stand_one_behind_the_other()
    {
        var built = Minimal.Sessions("b", 1, s => s.Script(script => script.Repeat(2, again => again.Jobs(4).Start().Finish()).Finish())).Build();

        Assert.Equal(
            [4, 1, 1, 4, 1, 1, 1],
            built.Sessions[1].Script!.Commands.Select(command => command.Times));
        Assert.Equal((13, 8), (built.Sessions[1].Script!.Length, built.Sessions[1].Script!.Jobs));
        Assert.Equal(
            [ScriptAction.Job, ScriptAction.Job, ScriptAction.Job, ScriptAction.Job, ScriptAction.Start, ScriptAction.Finish],
            built.Sessions[1].Script!.Steps().Take(6));
    }

    [Theory]
    [InlineData("stal.p99", "< 1 ms", "there is no metric 'stal.p99'; did you mean 'stall.p99'?")]
    [InlineData("stall.p99", "< 1", "stall.p99: '1' has no unit; a time is in us, ms, s, min or h")]
    public void Bound_that_cannot_be_is_refused_at_once(string metric, string bound, string problem) =>
        Assert.Equal(problem, Assert.Throws<FormatException>(() => Minimal.Expect(metric, bound)).Message);

    private static void AssertRefused(ScenarioBuilder builder, string message)
    {
        var refused = Assert.Throws<ScenarioException>(builder.Build);

        Assert.Equal(message, refused.Message);
    }
}
