using System.Globalization;
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
        : plan.IsCanonical ? RunOnce()
        : ExploreAll());

    // Without the pilot schedule of an exploration: the body of a plain test runs once.
    private ExplorationResult RunOnce()
    {
        var experiment = NewExperiment();
        var recorder = new Recorder();
        var end = new ScheduleRunner(experiment, plan.TimingKind, plan.StepsMax).Run(new Canonical(), plan.SeedNumber, recorder);
        experiment.ThrowIfStrayed();
        if (end.Failure is { } failure)
            Fail(experiment, new FoundFailure(0, failure, new Schedule(plan.SeedNumber, plan.TimingKind, recorder.Steps)), Canonical.StrategyName);
        ThrowIfMissing(1, Canonical.StrategyName);
        return new ExplorationResult(1, 1, end.Steps, IsExhausted: false);
    }

    private ExplorationResult ExploreAll()
    {
        var experiment = NewExperiment();
        var report = Explorer.Explore(
            () => experiment,
            new ExplorationSettings(StrategyCatalog.Find(plan.Strategy)!)
            {
                Pilot = () => new WorldExperiment(body, plan, new Reached()),
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
        {
            throw Without(
                "Exhaustive",
                string.Create(CultureInfo.InvariantCulture, $"there are more than {plan.ScheduleCount:N0} schedules, so that nothing is proven"));
        }

        ThrowIfMissing(report.Schedules, report.Strategy);
        return new ExplorationResult(report.Schedules, report.Distinct, report.Steps, report.Exhausted);
    }

    private void ThrowIfMissing(long schedules, string strategy)
    {
        if (_reached.Missing.FirstOrDefault() is { } missing)
        {
            throw Without(
                missing,
                string.Create(CultureInfo.InvariantCulture, $"reached in none of {schedules:N0} schedules ({strategy}, seed {plan.SeedNumber})"));
        }
    }

    private void Fail(WorldExperiment experiment, FoundFailure found, string strategy)
    {
        var shrunk = new ScheduleShrinker(experiment, plan.StepsMax).Shrink(found.Schedule, found.Failure);
        var saved = new SavedSchedule(
            test.Name, strategy, plan.SeedNumber, found.Number, found.Schedule.Steps.Length, shrunk.Failure, shrunk.Schedule);
        ExplorationException? shown;
        try
        {
            shown = Show(saved, saved.TrySave());
        }
        catch (DivergenceException divergence)
        {
            // The choices bring it back by their numbers, and not by the names of their messages.
            throw Without(
                shrunk.Failure.Property,
                $"{shrunk.Failure.Detail} (its steps cannot be told, since messages are shown in other words each time, see World.Describe: {OneLine.Of(divergence.Message)})");
        }

        throw shown ?? throw new InvalidOperationException(
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
            return replay.IsOver ? null : throw new DivergenceException(replay.Done.Length + 1, saved.Schedule.Steps[replay.Done.Length], []);
        var text = new FailureText(saved with { Failure = failure }, story, end.IsAtEnd, experiment.Judgement, test, file);
        return new ExplorationException(
            failure.Property, failure.Detail, saved.Schedule.Steps, file, text.ToString(), experiment.Judgement.Cause);
    }

    private WorldExperiment NewExperiment() => new(body, plan, _reached);

    private static ExplorationException Without(string property, string detail) =>
        new(property, detail, [], file: null, $"{property}: {detail}", cause: null);
}
