using System.Globalization;
using System.Text;
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
        return new ScenarioReplay(saved, end, account.ToString());
    }

    private sealed class Watcher : IStepObserver, ITraceListener
    {
        private readonly StringBuilder _text = new();

        public void Stepping(IControlledWorld world, int number, ScheduledStep step, int cause) =>
            _text.Append(CultureInfo.InvariantCulture, $"{number,5}  {step}\n");

        public void Stepped(IControlledWorld world)
        {
        }

        public void On(TimeSpan at, TraceEvent happened) => _text.Append(CultureInfo.InvariantCulture, $"           {happened}\n");

        public override string ToString() => _text.ToString().TrimEnd();
    }
}
