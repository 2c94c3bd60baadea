using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;
using Xunit;

namespace Sim.Tests.Simulation.Reduction;

public sealed class ExhaustiveTests
{
    private static readonly ExplorationSettings Settings =
        new(StrategyCatalog.Find("exhaustive")!) { Schedules = 1_000_000 };

    [Fact]
    public void Explorer_runs_one_schedule_of_each_order()
    {
        var experiment = new FanIn(senders: 3, messages: 2);

        var report = Explorer.Explore(() => experiment, Settings);

        // 6! / (2! 2! 2!)
        Assert.Equal((90, 90, true), (report.Schedules, report.Distinct, report.Exhausted));
        Assert.Equal(90, experiment.Orders.Count);
    }

    [Fact]
    public void Failure_of_one_order_is_found()
    {
        var report = Explorer.Explore(() => new FanIn(3, 2, forbidden: "cbabca"), Settings);

        Assert.Equal("received cbabca", report.Failure?.Failure.Detail);
    }

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    public void Bound_on_schedules_is_no_exhaustion(int schedules, bool exhausted)
    {
        var report = Explorer.Explore(() => new FanIn(3, 2), Settings with { Schedules = schedules });

        Assert.Equal((schedules, exhausted), (report.Schedules, report.Exhausted));
    }

    [Fact]
    public void Cancellation_is_no_exhaustion()
    {
        var report = Explorer.Explore(() => new FanIn(3, 2), Settings, cancel: new CancellationToken(canceled: true));

        Assert.False(report.Exhausted);
    }

    [Fact]
    public void Bound_on_steps_is_no_exhaustion()
    {
        var report = Explorer.Explore(() => new FanIn(1, 2), Settings with { StepsMax = 5 });

        Assert.Equal(Failure.StepLimit, report.Failure?.Failure.Property);
        Assert.False(report.Exhausted);
    }

    [Fact]
    public void Schedule_without_end_is_refused()
    {
        var endless = new ActorProgram([Script.Of([[new(Act.Tell)]])], [(0, 0)], Life: int.MaxValue);

        var refused = Assert.Throws<NotSupportedException>(() => Explorer.Explore(() => new ProgramExperiment(endless), Settings));

        Assert.Contains("16384 steps", refused.Message, StringComparison.Ordinal);
    }
}
