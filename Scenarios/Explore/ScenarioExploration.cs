using System.Collections.Concurrent;
using Akka.Configuration;
using Sim.Actors.Hosting;
using Sim.Checkers;
using Sim.Scenarios.Explore.Shrinking;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;
using Sim.Scenarios.Run;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Scenarios.Explore;

/// <summary>Explores a scenario, and shrinks and saves what fails.</summary>
public static class ScenarioExploration
{
    /// <summary>Most steps of one schedule.</summary>
    public const int StepsMax = 50_000_000;

    /// <summary>Explores.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="clock">How long it takes, for the report.</param>
    /// <param name="progress">Told how far it is, from other threads.</param>
    /// <param name="origin">The line that explores again.</param>
    /// <param name="cancel">Stops it; what is explored by then counts.</param>
    /// <exception cref="UsageException">Scenario and options do not go together, or ask for the impossible.</exception>
    /// <exception cref="Media.MediaException">A failure cannot be saved.</exception>
    public static ExploreReport Run(
        Scenario scenario,
        ExploreOptions options,
        WallClock clock,
        ExplorationProgress progress,
        string origin,
        CancellationToken cancel)
    {
        var explored = ExploredForm.Of(scenario, options.Timing);
        var plan = RunPlan.Create(explored, options.Run, inVirtualTime: true);
        var tallies = new ConcurrentBag<ExplorationTally>();
        using var ends = EndOf(options, cancel);
        var start = clock.Now;
        var settings = SettingsOf(options) with
        {
            Pilot = () => new ScenarioExperiment(plan, isExplored: true) { Config = ConfigOf(options) },
            VarySeed = plan.Scenario.Explore.HasFaults && !StrategyCatalog.IsExhaustive(options.Strategy),
        };
        var search = new TargetSearch(plan, options.Strategy, options.Timing);
        var report = search.Explore(() => Tallied(plan, options, tallies), settings, progress, ends.Token);
        var took = clock.Now - start;
        var tally = new ExplorationTally();
        foreach (var one in tallies)
            tally.Add(one);

        var result = Report(plan, options, report, tally, took) with { FaultTargets = search.Ways, DrawnFromSeed = search.DrawnFromSeed };
        return report.Failure is { } found ? WithFailure(result, plan, options, found, origin) : result;
    }

    /// <summary>Explores what has no scenario.</summary>
    /// <param name="options">What was asked.</param>
    /// <param name="clock">How long it takes, for the report.</param>
    /// <param name="progress">Told how far it is, from other threads.</param>
    /// <param name="cancel">Stops it; what is explored by then counts.</param>
    public static ExploreReport RunFanIn(ExploreOptions options, WallClock clock, ExplorationProgress progress, CancellationToken cancel)
    {
        using var ends = EndOf(options, cancel);
        var start = clock.Now;
        var report = Explorer.Explore(() => ExploredFanIn.Small, SettingsOf(options), progress, ends.Token);
        var violations = report.Failure is { Failure: var failure } ? new[] { new ViolationReport(failure.Property, failure.Detail) } : [];
        return Report(options, report, clock.Now - start) with
        {
            Violations = violations,
            Properties = new Dictionary<string, Verdict> { [ExploredFanIn.Property] = violations.Length > 0 ? Verdict.Violated : Verdict.Held },
            Reached = new Dictionary<string, long> { [ExploredFanIn.Property] = report.Schedules },
        };
    }

    private static CancellationTokenSource EndOf(ExploreOptions options, CancellationToken cancel)
    {
        var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (options.For is { } time)
            ends.CancelAfter(time);
        return ends;
    }

    private static ScenarioExperiment Tallied(RunPlan plan, ExploreOptions options, ConcurrentBag<ExplorationTally> tallies)
    {
        var experiment = new ScenarioExperiment(plan, isExplored: true) { Config = ConfigOf(options) };
        tallies.Add(experiment.Tally);
        return experiment;
    }

    private static Config ConfigOf(ExploreOptions options) =>
        options.Worlds is { } worlds ? worlds.WithFallback(SimSettings.Reference()) : SimSettings.Reference();

    private static ExplorationSettings SettingsOf(ExploreOptions options) => new(
        StrategyCatalog.Find(options.Strategy)
            ?? throw new UsageException($"--strategy: there is no strategy '{options.Strategy}'; there are {string.Join(", ", StrategyCatalog.Forms)}"))
    {
        Seed = options.Run.Seed,
        Schedules = options.Schedules ?? (options.For is null && !StrategyCatalog.IsExhaustive(options.Strategy) ? ExploreOptions.DefaultSchedules : long.MaxValue),
        Workers = options.Workers,
        Timing = options.Timing,
        StepsMax = StepsMax,
    };

    private static ExploreReport Report(
        RunPlan plan, ExploreOptions options, ExplorationReport report, ExplorationTally tally, TimeSpan took)
    {
        var on = PropertySet.Names.Where(name => !plan.Scenario.Expect.Off.Contains(name)).ToList();
        var reached = PropertySet.Names.Zip(tally.Reached).ToDictionary(pair => pair.First, pair => pair.Second);
        return Report(options, report, took) with
        {
            Scenario = plan.Scenario.Name,
            Policy = plan.Policy,
            Engines = plan.Device.Pool.Engines,
            Jobs = tally.Counts.Jobs,
            Bytes = tally.Counts.Bytes,
            Refreshes = tally.Counts.Refreshes,
            Completed = tally.Counts.Completed,
            Aborted = tally.Counts.Aborted,
            Refused = tally.Counts.Refused,
            Properties = on.ToDictionary(name => name, name => reached[name] > 0 ? Verdict.Held : Verdict.NotReached),
            Reached = on.ToDictionary(name => name, name => reached[name]),
            Unreached = [.. plan.Scenario.Expect.Sometimes.Where(name => reached.GetValueOrDefault(name) == 0 && PropertySet.IsPossible(name, plan.Policy))],
        };
    }

    private static ExploreReport Report(ExploreOptions options, ExplorationReport report, TimeSpan took) => new()
    {
        Scenario = options.Run.Scenario,
        Seed = options.Run.Seed,
        Strategy = report.Strategy,
        Timing = options.Timing == Timing.Model ? "model" : "any",
        Workers = options.Workers,
        Schedules = report.Schedules,
        Distinct = report.Distinct,
        Steps = report.Steps,
        SchedulesPerSecond = took > TimeSpan.Zero ? report.Schedules / took.TotalSeconds : 0,
        Exhausted = report.Exhausted,
        NotControlled = report.NotControlled,
        ElapsedSeconds = took.TotalSeconds,
    };

    private static ExploreReport WithFailure(
        ExploreReport report, RunPlan plan, ExploreOptions options, FoundFailure found, string origin)
    {
        var shrunk = new ScenarioShrinker(plan, options.Run).Shrink(found.Schedule, found.Failure);
        var file = options.Save ?? $"{plan.Scenario.Name}.{plan.Policy}.fail.json";
        var saved = new FailureFile(shrunk.Scenario, plan.Policy, plan.Seed, shrunk.Schedule, shrunk.Failure, origin);
        saved.Save(file);
        var replay = ScenarioReplay.Run(saved, trace: null);
        return report with
        {
            Violations = [new ViolationReport(found.Failure.Property, found.Failure.Detail)],
            Properties = report.Properties.ToDictionary(
                pair => pair.Key, pair => pair.Key == found.Failure.Property ? Verdict.Violated : pair.Value),
            Failure = new ExploreFailure(
                report.Seed, found.Number, found.Schedule.Steps.Length, shrunk.Schedule.Steps.Length, file),
            Account = replay.Account,
        };
    }
}
