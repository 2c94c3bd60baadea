using Sim.Simulation.Exploration;
using Sim.Simulation.Replaying;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;
using Xunit;

namespace Sim.Tests.Simulation;

public sealed class ExplorerTests
{
    [Theory]
    [InlineData("random")]
    [InlineData("pct:3")]
    [InlineData("pctcp:3")]
    [InlineData("pos")]
    [InlineData("mixed")]
    public void Strategy_reaches_every_order_of_arrival(string strategy)
    {
        var experiment = new FanIn(senders: 2, messages: 2);

        var report = Explorer.Explore(() => experiment, SettingsOf(strategy) with { Schedules = 2_000 });

        Assert.Equal(6, experiment.Orders.Count);
        Assert.Equal((2_000, false), (report.Schedules, report.Exhausted));
        Assert.Null(report.Failure);
    }

    [Theory]
    [InlineData("random")]
    [InlineData("pct:3")]
    [InlineData("pctcp:3")]
    [InlineData("pos")]
    [InlineData("mixed")]
    public void First_failure_is_the_same_for_any_number_of_workers(string strategy)
    {
        var one = Explorer.Explore(() => new FanIn(3, 2, "bbaacc"), SettingsOf(strategy) with { Schedules = 100_000 }).Failure;
        var three = Explorer.Explore(() => new FanIn(3, 2, "bbaacc"), SettingsOf(strategy) with { Schedules = 100_000, Workers = 3, WarmsUpAlone = false }).Failure;

        Assert.NotNull(one);
        Assert.Equal("received bbaacc", one.Failure.Detail);
        Assert.Equal(one.Number, three!.Number);
        Assert.Equal(one.Schedule.Steps.ToArray(), three.Schedule.Steps.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Workers_that_cannot_begin_all_end(bool warmsUpAlone)
    {
        var settings = SettingsOf("random") with { Workers = Environment.ProcessorCount + 2, WarmsUpAlone = warmsUpAlone };

        Assert.Throws<FormatException>(() => Explorer.Explore(() => throw new FormatException(), settings));
    }

    [Fact]
    public void All_workers_share_what_one_leaves_that_warms_up_alone()
    {
        var settings = SettingsOf("random") with { Schedules = 30_000, Workers = Environment.ProcessorCount };

        var report = Explorer.Explore(() => new FanIn(2, 2), settings);

        Assert.Equal((30_000, 6), (report.Schedules, report.Distinct));
    }

    [Fact]
    public void Recorded_schedule_replays()
    {
        var found = Explorer.Explore(() => new FanIn(3, 2, "bbaacc"), SettingsOf("random") with { Schedules = 100_000 }).Failure!;
        var experiment = new FanIn(3, 2, "bbaacc");
        var replay = new Replay(experiment, found.Schedule.Steps, isStrict: true);

        var end = new ScheduleRunner(experiment, Timing.Any, 1_000).Run(replay, found.Schedule.Seed);

        Assert.Equal(found.Failure, end.Failure);
        Assert.True(replay.IsOver);
    }

    [Fact]
    public void Replay_names_the_first_step_that_does_not_fit()
    {
        var found = Explorer.Explore(() => new FanIn(2, 2, "bbaa"), SettingsOf("random") with { Schedules = 100_000 }).Failure!;
        var experiment = new FanIn(2, 1);

        var divergence = Assert.Throws<DivergenceException>(() => new ScheduleRunner(experiment, Timing.Any, 1_000).Run(
            new Replay(experiment, found.Schedule.Steps, isStrict: true), found.Schedule.Seed));

        var step = found.Schedule.Steps[divergence.Number - 1];
        Assert.Equal(step, divergence.Expected);
        Assert.Contains(step.ToString(), divergence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Orders_that_differ_are_counted_and_equal_ones_are_not()
    {
        var report = Explorer.Explore(() => new FanIn(2, 2), SettingsOf("random") with { Schedules = 2_000 });

        Assert.Equal(6, report.Distinct);
    }

    private static ExplorationSettings SettingsOf(string strategy) => new(StrategyCatalog.Find(strategy)!);
}
