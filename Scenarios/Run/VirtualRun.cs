using Sim.Actors.Hosting;
using Sim.Scenarios.ClosedForm;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Media;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Scenarios.Run;

/// <summary>
/// One run of a scenario in virtual mode: one thread, virtual time, modelled durations, real AES. Among what may happen at the
/// same time the seed chooses, so that the same scenario and seed give the same trace everywhere.
/// </summary>
public static class VirtualRun
{
    /// <summary>Most steps of one run.</summary>
    public const int StepsMax = int.MaxValue;

    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="clock">How long it took, for the report.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <exception cref="UsageException">Scenario and options do not go together, or ask for the impossible.</exception>
    /// <exception cref="MediaException">The trace cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static RunReport Run(Scenario scenario, RunOptions options, WallClock clock, CancellationToken cancel)
    {
        var plan = RunPlan.Create(scenario, options, inVirtualTime: true);
        using var hash = new TraceHash();
        using var watch = new RunWatch(plan.IdentityIn(RunModes.Virtual), options);
        var meter = new ClosedFormMeter();
        var experiment = new ScenarioExperiment(plan, isExplored: false, [hash, meter, .. watch.Listeners]);
        var strategy = new Cancelling(new RandomWalk(), cancel);
        strategy.Begin(plan.Seed);
        var start = clock.Now;
        var end = new ScheduleRunner(experiment, Timing.Model, StepsMax).Run(strategy, plan.Seed);
        var report = watch.End(experiment.Properties, clock.Now - start) with
        {
            VirtualSeconds = experiment.Elapsed.TotalSeconds,
            TraceHash = hash.Take(),
            ClosedForms = ClosedFormReport.Of(plan, meter, experiment.Elapsed),
        };
        return report.With([.. Unnamed(end, report), .. MetricBounds.Broken(plan.Scenario.Expect.Metrics, report)]);
    }

    private static IEnumerable<ViolationReport> Unnamed(ScheduleEnd end, RunReport report)
    {
        if (end.Failure is { } failure && !report.Violations.Any(known => known.Property == failure.Property))
            yield return new ViolationReport(failure.Property, failure.Detail);
    }
}
