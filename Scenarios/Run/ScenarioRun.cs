using Akka.Actor;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Scenarios.ClosedForm;
using Sim.Scenarios.Media;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;

namespace Sim.Scenarios.Run;

/// <summary>One run of a scenario in parallel mode: real threads, real AES, and the run is judged.</summary>
public static class ScenarioRun
{
    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="progress">Told how far the run is, of how much, from another thread.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <exception cref="UsageException">Scenario and options do not go together, or ask for the impossible.</exception>
    /// <exception cref="MediaException">The trace or the timeline cannot be written.</exception>
    /// <exception cref="RunException">The device did not play along.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static async Task<RunReport> RunAsync(
        Scenario scenario, RunOptions options, Action<long, long> progress, CancellationToken cancel)
    {
        var plan = RunPlan.Create(scenario, options);
        var properties = new PropertySet(off: plan.Scenario.Expect.Off);
        var watched = new RunProgress();
        using var watch = new RunWatch(plan.IdentityIn(RunModes.Parallel), options);
        var ended = await DirectAsync(plan, [properties, watched, .. watch.Listeners], watched, progress, cancel);
        properties.End();
        var report = watch.End(properties, ended.Elapsed) with
        {
            ClosedForms = ClosedFormReport.Of(plan, meter: null, ended.Elapsed),
        };
        return report.With([.. Stuck(ended, plan.Patience), .. MetricBounds.Broken(plan.Scenario.Expect.Metrics, report)]);
    }

    private static async Task<ScenarioDirector.Ended> DirectAsync(
        RunPlan plan,
        IReadOnlyList<ITraceListener> listeners,
        RunProgress watched,
        Action<long, long> progress,
        CancellationToken cancel)
    {
        using var stock = LoadStock.Of(plan);
        await using var host = SimHost.Start(
            StandardErrorLogger.Config, plan.Device, PolicyCatalog.Create(plan.Policy), listeners);
        var watch = new ScenarioDirector.Watch(watched, plan.Patience, progress);
        var faults = FaultInjector.SetupOf(plan, host.Device, isExplored: false, within: default, plan.Seed);
        var director = host.System.ActorOf(
            ScenarioDirector.Props(new ScenarioDirector.Setup(stock.Begin(host.Device, host.Trace), plan.Groups, watch, faults)), "director");
        await using var cancelling = cancel.Register(
            () => director.Tell(ScenarioDirector.Cancel.Instance, ActorRefs.NoSender));
        return await director.Ask<ScenarioDirector.Ended>(ScenarioDirector.Run.Instance, CancellationToken.None);
    }

    private static IEnumerable<ViolationReport> Stuck(ScenarioDirector.Ended ended, TimeSpan patience)
    {
        if (ended.Unfinished == 0)
            yield break;
        var named = string.Join(", ", ended.Named) + (ended.Unfinished > ended.Named.Length ? ", ..." : "");
        yield return new ViolationReport(
            "EveryJobEnds",
            FormattableString.Invariant($"nothing happened for {patience.TotalSeconds:0.###} s; {ended.Unfinished} sessions have not ended: {named}"));
    }
}
