using System.Collections.Immutable;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Replaying;
using Sim.Simulation.Schedules;
using Sim.Simulation.Shrinking;
using Sim.Simulation.Strategies;
using Xunit;

namespace Sim.Tests.Simulation;

public sealed class ScheduleShrinkerTests
{
    // The creations of the four actors are steps, too.
    [Fact]
    public void Failure_within_a_run_shrinks_to_the_steps_that_lead_to_it_by_actor()
    {
        var experiment = new FanIn(3, 4, never: received => received.Contains("bb", StringComparison.Ordinal));
        var found = Found(experiment);

        var shrunk = new ScheduleShrinker(experiment).Shrink(found.Schedule, found.Failure);

        Assert.Equal(
            ["/user/b", "/user/b", "/user/b", "/user/sink", "/user/sink", "/user/sink"],
            shrunk.Schedule.Steps.Select(step => step.At));
        Assert.Equal(new Failure("Never", "received bb"), shrunk.Failure);
        Assert.True(shrunk.IsMinimal);
        Fails(experiment, shrunk);
    }

    [Fact]
    public void No_step_of_a_shrunk_schedule_can_be_left_out()
    {
        var experiment = new FanIn(3, 4, never: received => received.EndsWith("cab", StringComparison.Ordinal));
        var found = Found(experiment);

        var shrunk = new ScheduleShrinker(experiment).Shrink(found.Schedule, found.Failure).Schedule;

        Assert.InRange(shrunk.Steps.Length, 1, found.Schedule.Steps.Length);
        for (var i = 0; i < shrunk.Steps.Length; i++)
            Assert.Null(new Runs(experiment).Until(shrunk with { Steps = shrunk.Steps.RemoveAt(i) }));
    }

    [Fact]
    public void Failure_at_the_end_shrinks_to_the_steps_that_differ_from_the_canonical_order()
    {
        // Canonical is aabb.
        var experiment = new FanIn(2, 2, "abba");
        var found = Found(experiment);

        var shrunk = new ScheduleShrinker(experiment).Shrink(found.Schedule, found.Failure);

        Assert.Equal(new Failure("Order", "received abba"), shrunk.Failure);
        Assert.True(shrunk.IsMinimal);
        Assert.InRange(shrunk.Schedule.Steps.Length, 1, found.Schedule.Steps.Length - 1);
        Fails(experiment, shrunk);
    }

    [Fact]
    public void Failure_of_the_canonical_order_shrinks_to_nothing()
    {
        var experiment = new FanIn(2, 2, "aabb");
        var found = Found(experiment);

        var shrunk = new ScheduleShrinker(experiment).Shrink(found.Schedule, found.Failure);

        Assert.Empty(shrunk.Schedule.Steps);
        Fails(experiment, shrunk);
    }

    [Fact]
    public void Same_schedule_shrinks_to_the_same_steps()
    {
        ShrunkSchedule Shrunk()
        {
            var experiment = new FanIn(4, 4, never: received => received.Contains("dcba", StringComparison.Ordinal));
            var found = Found(experiment);
            return new ScheduleShrinker(experiment).Shrink(found.Schedule, found.Failure);
        }

        var (one, other) = (Shrunk(), Shrunk());

        Assert.Equal(one.Schedule.Steps.ToArray(), other.Schedule.Steps.ToArray());
        Assert.Equal(one.Runs, other.Runs);
    }

    [Fact]
    public void Bound_on_runs_is_kept_and_what_is_left_still_fails()
    {
        var experiment = new FanIn(4, 6, never: received => received.Contains("dcba", StringComparison.Ordinal));
        var found = Found(experiment);

        var shrunk = new ScheduleShrinker(experiment, runsMax: 8).Shrink(found.Schedule, found.Failure);

        Assert.False(shrunk.IsMinimal);
        Assert.InRange(shrunk.Runs, 1, 9);
        Fails(experiment, shrunk);
    }

    [Fact]
    public void Schedule_that_does_not_fail_is_left_as_it_is()
    {
        var found = Found(new FanIn(2, 2, "abba"));

        var shrunk = new ScheduleShrinker(new FanIn(2, 2)).Shrink(found.Schedule, found.Failure);

        Assert.False(shrunk.IsMinimal);
        Assert.Equal(found.Schedule, shrunk.Schedule);
    }

    private static FoundFailure Found(FanIn experiment) => Explorer.Explore(
        () => experiment, new ExplorationSettings(StrategyCatalog.Find("random")!) { Schedules = 1_000_000 }).Failure!;

    private static void Fails(FanIn experiment, ShrunkSchedule shrunk)
    {
        var replay = new Replay(experiment, shrunk.Schedule.Steps, isStrict: true);

        var end = new ScheduleRunner(experiment, shrunk.Schedule.Timing, 10_000).Run(replay, shrunk.Schedule.Seed);

        Assert.Equal(shrunk.Failure, end.Failure);
        Assert.True(replay.IsOver);
    }

    /// <summary>Runs a list of steps and nothing behind it.</summary>
    private sealed class Runs(FanIn experiment)
    {
        public Failure? Until(Schedule schedule) => new ScheduleRunner(experiment, schedule.Timing, 10_000)
            .Run(new Stopping(new Replay(experiment, schedule.Steps, isStrict: false)), schedule.Seed).Failure;

        private sealed class Stopping(Replay replay) : IStrategy
        {
            public string Name => "stopping";

            public bool IsExhausted => false;

            public void Begin(ulong seed) => replay.Begin(seed);

            public int Choose(Enabled enabled, long step)
            {
                var chosen = replay.Choose(enabled, step);
                return replay.IsFollowing ? chosen : IStrategy.Prune;
            }

            public void End() => replay.End();
        }
    }
}
