using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
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
    /// <exception cref="MediaException">The trace or the timeline cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static RunReport Run(Scenario scenario, RunOptions options, WallClock clock, CancellationToken cancel)
    {
        var plan = RunPlan.Create(scenario, options, inVirtualTime: true);
        var meter = new RunMeter();
        using var hash = new TraceHash();
        using var trace = options.Trace is { } path ? new TraceFile(path) : null;
        using var timeline = options.Timeline is { } timelinePath ? new TimelineFile(timelinePath, plan.Device.Pool.Engines) : null;
        var lanes = new LaneView(plan.Device.Pool.Engines);
        var waiting = new HangReport();
        List<ITraceListener> listeners = [meter, hash, lanes, waiting];
        if (trace is not null)
            listeners.Add(trace);
        if (timeline is not null)
            listeners.Add(timeline);

        var experiment = new ScenarioExperiment(plan, endsAtViolation: false, listeners);
        var strategy = new Cancelling(new RandomWalk(), cancel);
        strategy.Begin(plan.Seed);
        var start = clock.Now;
        var end = new ScheduleRunner(experiment, Timing.Model, StepsMax).Run(strategy, plan.Seed);
        var took = clock.Now - start;
        trace?.Commit();
        timeline?.Commit();
        var identity = new RunIdentity(plan.Scenario.Name, "virtual", plan.Policy, plan.Device.Pool.Engines, plan.Seed);
        var report = RunReport.Of(identity, meter, experiment.Properties, took) with
        {
            VirtualSeconds = experiment.Elapsed.TotalSeconds,
            TraceHash = hash.Take(),
            Lanes = lanes.Render(),
            Waiting = waiting.Render(),
        };
        return report.With([.. Unnamed(end, report), .. MetricBounds.Broken(plan.Scenario.Expect.Metrics, report)]);
    }

    private static IEnumerable<ViolationReport> Unnamed(ScheduleEnd end, RunReport report)
    {
        if (end.Failure is { } failure && !report.Violations.Any(known => known.Property == failure.Property))
            yield return new ViolationReport(failure.Property, failure.Detail);
    }
}
