using Sim.Actors.Tracing;
using Sim.Control;
using Sim.Scenarios.Output;
using Sim.Scenarios.Run;
using Sim.Simulation.Exploration;
using Sim.Simulation.Replaying;
using Sim.Simulation.Schedules;

namespace Sim.Scenarios.Explore;

/// <summary>Runs a saved failure again.</summary>
/// <param name="Saved">What was saved.</param>
/// <param name="End">How it went this time.</param>
/// <param name="Account">What happened, step by step.</param>
public sealed record ScenarioReplay(FailureFile Saved, ScheduleEnd End, string Account)
{
    /// <summary>True when the property that failed has failed again.</summary>
    public bool IsReproduced => End.Failure?.Property == Saved.Failure.Property;

    /// <summary>Runs it.</summary>
    /// <param name="saved">What was saved.</param>
    /// <param name="trace">Where the trace goes; null: nowhere.</param>
    /// <exception cref="UsageException">The scenario is not possible any more.</exception>
    /// <exception cref="DivergenceException">The schedule does not fit any more.</exception>
    public static ScenarioReplay Run(FailureFile saved, ITraceListener? trace)
    {
        var options = new RunOptions { Scenario = saved.Scenario.Name, Policy = saved.Policy, Seed = saved.Seed, IsVirtual = true };
        var plan = RunPlan.Create(saved.Scenario, options, inVirtualTime: true);
        var account = new Watcher();
        var experiment = new ScenarioExperiment(plan, isExplored: true, trace is null ? [account] : [account, trace]);
        var replay = new Replay(experiment, saved.Schedule.Steps, isStrict: true);
        replay.Begin(saved.Schedule.Seed);
        var end = new ScheduleRunner(experiment, saved.Schedule.Timing, ScenarioExploration.StepsMax)
            .Run(replay, saved.Schedule.Seed, account);
        var failure = end.Failure ?? saved.Failure;
        var violation = new AccountViolation(failure.Property, failure.Detail, end.Failure is null || end.IsAtEnd ? 0 : end.Steps);
        return new ScenarioReplay(saved, end, end.Failure is null ? "" : ScheduleAccount.Render(account.Steps, violation));
    }

    // Gathers what happens in each step; what happens before the first is set-up.
    private sealed class Watcher : IStepObserver, ITraceListener
    {
        private List<TraceEvent>? _events;

        public List<AccountStep> Steps { get; } = [];

        public void Stepping(IControlledWorld world, int number, ScheduledStep step, int cause)
        {
            _events = [];
            var message = step.At.StartsWith(ScheduledStep.TimerPrefix, StringComparison.Ordinal) ? $"(timer) {step.Message}" : step.Message;
            Steps.Add(new AccountStep(number, world.Now, step.Actor, message, _events, cause));
        }

        public void Stepped(IControlledWorld world)
        {
        }

        public void On(TimeSpan at, TraceEvent happened) => _events?.Add(happened);
    }
}
