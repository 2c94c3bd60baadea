using System.Globalization;
using System.Text;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Media;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Scenarios.Run;

/// <summary>Many runs of a scenario in virtual mode, each with a seed of its own: what is the same in another process shows in their hashes.</summary>
public static class SeedSweep
{
    /// <summary>Runs a scenario with one seed after the other.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">What was asked; its seed is the first.</param>
    /// <param name="seeds">How many.</param>
    /// <param name="hashes">Where a line of seed and trace hash goes for each; null: nowhere.</param>
    /// <param name="cancel">Stops the runs.</param>
    /// <exception cref="UsageException">Scenario and options do not go together, or ask for the impossible.</exception>
    /// <exception cref="MediaException">The hashes cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The runs were stopped.</exception>
    public static SeedSweepReport Run(Scenario scenario, RunOptions options, long seeds, string? hashes, CancellationToken cancel)
    {
        using var lines = hashes is null ? null : AtomicOutput.Create(hashes);
        using var hash = new TraceHash();
        using var all = new RunningHash();
        var violated = new List<ulong>();
        var strategy = new Cancelling(new RandomWalk(), cancel);
        var plan = RunPlan.Create(scenario, options, inVirtualTime: true);
        for (var number = 0L; number < seeds; number++)
        {
            var seed = unchecked(options.Seed + (ulong)number);
            using var experiment = new ScenarioExperiment(plan.With(seed), isExplored: false, hash);
            strategy.Begin(seed);
            var end = new ScheduleRunner(experiment, Timing.Model, VirtualRun.StepsMax).Run(strategy, seed);
            if (end.Failure is not null)
                violated.Add(seed);
            var line = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {hash.Take()}\n"));
            lines?.Write(line);
            all.Add(line);
        }

        lines?.Commit();
        return new SeedSweepReport(plan.Scenario.Name, plan.Policy, options.Seed, seeds, violated.Count, [.. violated.Take(SeedSweepReport.NamedMax)], all.Take());
    }
}
