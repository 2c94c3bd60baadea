using System.Collections.Immutable;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Replaying;
using Sim.Simulation.Schedules;
using Sim.Simulation.Shrinking;
using Sim.Simulation.Strategies;

namespace Sim.Scenarios.Explore.Shrinking;

/// <summary>
/// Shrinks a failure: what the sessions were asked to do becomes a script for each, commands are left out as long as some
/// schedule still violates the same property, then faults and engines, and last the schedule's steps. The same failure
/// shrinks to the same.
/// </summary>
/// <param name="plan">The scenario that failed.</param>
/// <param name="options">The options that it failed under.</param>
public sealed class ScenarioShrinker(RunPlan plan, RunOptions options)
{
    private const int SchedulesForEach = 300;
    private const int TestsMax = 4_000;

    /// <summary>Shrinks.</summary>
    /// <param name="schedule">The failing schedule.</param>
    /// <param name="failure">How it fails.</param>
    public ShrunkFailure Shrink(Schedule schedule, Failure failure)
    {
        var (commands, steps) = Record(schedule);
        var search = new Search(plan, options, failure.Property, schedule.Timing, steps);
        var whole = new ShrunkFailure(plan.Scenario, schedule, failure);
        var scripted = Scripted.Of(plan.Scenario, commands);
        if (search.Find(scripted) is { } found)
            whole = Smallest(search, found);
        var shrinker = new ScheduleShrinker(ExperimentOf(whole.Scenario), ScenarioExploration.StepsMax);
        var shrunk = shrinker.Shrink(whole.Schedule, whole.Failure);
        return whole with { Schedule = shrunk.Schedule, Failure = shrunk.Failure };
    }

    private static ShrunkFailure Smallest(Search search, Scripted.Found found)
    {
        DeltaDebugging.Minimize(
            found.Form.Commands, commands => search.Find(found.Form with { Commands = commands }) is { } less ? (found = less).Form.Commands : null, TestsMax);
        DeltaDebugging.Minimize(
            found.Form.Faults, faults => search.Find(found.Form with { Faults = faults }) is { } less ? (found = less).Form.Faults : null, TestsMax);
        for (var engines = 1; engines < found.Form.Engines; engines++)
        {
            if (search.Find(found.Form with { Engines = engines }) is not { } less)
                continue;
            found = less;
            break;
        }

        return found.Failure;
    }

    private (ImmutableArray<(int Session, ScriptAction Action)> Commands, int Steps) Record(Schedule schedule)
    {
        var scripts = new ScriptRecorder();
        var experiment = new ScenarioExperiment(plan, isExplored: true, scripts);
        var replay = new Replay(experiment, schedule.Steps, isStrict: true);
        replay.Begin(schedule.Seed);
        var end = new ScheduleRunner(experiment, schedule.Timing, ScenarioExploration.StepsMax).Run(replay, schedule.Seed);
        return (scripts.Commands, end.Steps);
    }

    private ScenarioExperiment ExperimentOf(Scenario scenario) =>
        new(RunPlan.Create(scenario, OptionsFor(options), inVirtualTime: true), isExplored: true);

    // What the options say of the scenario is in the plan's already.
    private static RunOptions OptionsFor(RunOptions options) => options with { Engines = null, RefreshEvery = null, Sets = [] };

    /// <summary>Looks for a schedule of a smaller scenario that violates the same property.</summary>
    private sealed class Search(RunPlan plan, RunOptions options, string property, Timing timing, int steps)
    {
        private static readonly string[] Strategies = ["random", "pct:3"];

        // A smaller scenario needs no more steps; one that needs many more does not end.
        private readonly int _stepsMax = Math.Max(10_000, steps * 10);

        public Scripted.Found? Find(Scripted form)
        {
            if (form.Commands.IsEmpty)
                return null;
            var scenario = form.ToScenario();
            var smaller = RunPlan.Create(scenario, OptionsFor(options) with { Policy = plan.Policy }, inVirtualTime: true);
            foreach (var strategy in Strategies)
            {
                var report = Explorer.Explore(
                    () => new ScenarioExperiment(smaller, isExplored: true),
                    new ExplorationSettings(StrategyCatalog.Find(strategy)!)
                    {
                        Seed = plan.Seed,
                        Schedules = SchedulesForEach,
                        Timing = timing,
                        StepsMax = _stepsMax,
                        VarySeed = scenario.Explore.HasFaults,
                    });
                if (report.Failure is { } found && found.Failure.Property == property)
                    return new Scripted.Found(form, new ShrunkFailure(scenario, found.Schedule, found.Failure));
            }

            return null;
        }
    }
}
