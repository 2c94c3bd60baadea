using System.Collections.Immutable;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Replaying;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Shrinking;

/// <summary>
/// Finds the few steps of a failing schedule that matter: it leaves steps out, and then puts steps of one actor together, as
/// long as the same property fails. The same schedule shrinks to the same steps.
/// </summary>
/// <param name="experiment">What failed.</param>
/// <param name="stepsMax">Steps after which a run has not ended.</param>
/// <param name="runsMax">Most runs of the experiment.</param>
public sealed class ScheduleShrinker(IExperiment experiment, int stepsMax = 1_000_000, int runsMax = 10_000)
{
    /// <summary>Shrinks a schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="failure">How it fails.</param>
    /// <exception cref="UncontrolledException">Another thread touched a world.</exception>
    public ShrunkSchedule Shrink(Schedule schedule, Failure failure)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(failure);
        var trials = new Trials(experiment, schedule, failure, stepsMax);
        if (failure.Property == Failure.StepLimit || !trials.TryBegin(out var steps))
            return new ShrunkSchedule(schedule, failure, trials.Runs, IsMinimal: false);
        for (; ; )
        {
            var minimum = DeltaDebugging.Minimize(steps, trials.Narrow, runsMax - trials.Runs);
            steps = minimum.Items;
            if (!minimum.IsMinimal || !TryJoin(trials, ref steps))
                return new ShrunkSchedule(schedule with { Steps = steps }, trials.FailureOf(steps), trials.Runs, minimum.IsMinimal);
        }
    }

    // Each success leaves fewer steps or fewer switches, so that this comes to an end.
    private bool TryJoin(Trials trials, ref ImmutableArray<ScheduledStep> steps)
    {
        foreach (var candidate in new ContextSwitches(steps).Joined())
        {
            if (trials.Runs >= runsMax)
                return false;
            if (trials.Narrow(candidate) is not { } narrowed || !IsBetter(narrowed, steps))
                continue;
            steps = narrowed;
            return true;
        }

        return false;
    }

    private static bool IsBetter(ImmutableArray<ScheduledStep> one, ImmutableArray<ScheduledStep> other) =>
        one.Length < other.Length
        || (one.Length == other.Length && new ContextSwitches(one).Count < new ContextSwitches(other).Count);

    // Runs lists of steps of one schedule, and knows how its failure looks.
    private sealed class Trials(IExperiment experiment, Schedule schedule, Failure failure, int stepsMax)
    {
        private readonly ScheduleRunner _runner = new(experiment, schedule.Timing, stepsMax);
        private bool _goesOn;

        public int Runs { get; private set; }

        /// <summary>Finds out whether the failure shows within the steps or only at the end; false: not at all.</summary>
        public bool TryBegin(out ImmutableArray<ScheduledStep> steps)
        {
            _goesOn = true;
            var end = Run(schedule.Steps, out steps);
            _goesOn = end.IsAtEnd;
            return end.Failure?.Property == failure.Property && (_goesOn || Narrow(steps) is not null);
        }

        public ImmutableArray<ScheduledStep>? Narrow(ImmutableArray<ScheduledStep> steps) =>
            Run(steps, out var done) is { Failure: { } found } end && found.Property == failure.Property && end.IsAtEnd == _goesOn
                ? done
                : null;

        public Failure FailureOf(ImmutableArray<ScheduledStep> steps) => Run(steps, out _).Failure ?? failure;

        private ScheduleEnd Run(ImmutableArray<ScheduledStep> steps, out ImmutableArray<ScheduledStep> done)
        {
            Runs++;
            var following = new Following(new Replay(experiment, steps, isStrict: false), _goesOn);
            following.Begin(schedule.Seed);
            var end = _runner.Run(following, schedule.Seed);
            done = following.Done;
            return end;
        }
    }
}
