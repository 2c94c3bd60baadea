using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Replaying;
using Sim.Simulation.Schedules;
using Sim.Simulation.Shrinking;
using Sim.Simulation.Strategies;
using Sim.Testing.Failing;

namespace Sim.Testing.Running;

/// <summary>Explores one test body and throws what it finds; or replays what it found before.</summary>
internal sealed class ExploredTest(ExplorationPlan plan, Action<World> body, TestIdentity test)
{
    private readonly Reached _reached = new();

    public ExplorationResult Run() => OwnThread.Run(() =>
        plan.ReplayFile is { } file ? Replay(SavedSchedule.Load(file))
        : SavedSchedule.Asked(test) is { } asked ? Replay(asked)
        : ExploreAll());

    private ExplorationResult ExploreAll()
    {
        var experiment = NewExperiment();
        var report = Explorer.Explore(
            () => experiment,
            new ExplorationSettings(plan.IsCanonical ? _ => new Canonical() : StrategyCatalog.Find(plan.Strategy)!)
            {
                Schedules = plan.ScheduleCount,
                Seed = plan.SeedNumber,
                VarySeed = plan.VariesSeed,
                Timing = plan.TimingKind,
                StepsMax = plan.StepsMax,
            });
        experiment.ThrowIfStrayed();
        if (report.Failure is { } failure)
            Fail(experiment, failure, report.Strategy);
        if (StrategyCatalog.IsExhaustive(plan.Strategy) && !report.Exhausted)
            throw Without("Exhaustive", $"there are more than {plan.ScheduleCount:N0} schedules, so that nothing is proven");
        if (_reached.Missing.FirstOrDefault() is { } missing)
            throw Without(missing, $"reached in none of {report.Schedules:N0} schedules ({report.Strategy}, seed {plan.SeedNumber})");
        return new ExplorationResult(report.Schedules, report.Distinct, report.Steps, report.Exhausted);
    }

    private void Fail(WorldExperiment experiment, FoundFailure found, string strategy)
    {
        var shrunk = new ScheduleShrinker(experiment, plan.StepsMax).Shrink(found.Schedule, found.Failure);
        var saved = new SavedSchedule(
            test.Name, strategy, plan.SeedNumber, found.Number, found.Schedule.Steps.Length, shrunk.Failure, shrunk.Schedule);
        throw Show(saved, saved.TrySave()) ?? throw new InvalidOperationException(
            $"{shrunk.Failure.Property} failed and did not when the schedule was run again: the test depends on more than its seed.");
    }

    private ExplorationResult Replay(SavedSchedule saved)
    {
        if (Show(saved, saved.File) is { } failure)
            throw failure;
        return new ExplorationResult(1, 1, saved.Schedule.Steps.Length, IsExhausted: false);
    }

    // Runs a schedule that fails once more and tells the story of it; null: it does not fail.
    private ExplorationException? Show(SavedSchedule saved, string? file)
    {
        var experiment = NewExperiment();
        var story = new Story();
        var replay = new Replay(experiment, saved.Schedule.Steps, isStrict: saved.Failure.Property != Failure.StepLimit);
        var end = new ScheduleRunner(experiment, saved.Schedule.Timing, plan.StepsMax).Run(replay, saved.Schedule.Seed, story);
        experiment.ThrowIfStrayed();
        if (end.Failure is not { } failure)
            return null;
        var text = new FailureText(saved with { Failure = failure }, story, end.IsAtEnd, experiment.Judgement.Waiting, test, file);
        return new ExplorationException(
            failure.Property, failure.Detail, saved.Schedule.Steps, file, text.ToString(), experiment.Judgement.Cause);
    }

    private WorldExperiment NewExperiment() => new(body, plan.Hocon, _reached);

    private static ExplorationException Without(string property, string detail) =>
        new(property, detail, [], file: null, $"{property}: {detail}", cause: null);
}
