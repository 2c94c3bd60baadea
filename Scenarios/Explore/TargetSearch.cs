using System.Collections.Immutable;
using Sim.Scenarios.Run;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Scenarios.Explore;

/// <summary>
/// Explores a scenario, and where the strategy is to try everything, once for each way in which the faults of the budget can be given
/// targets. What else a seed decides of faults it says, and claims no proof then.
/// </summary>
internal sealed class TargetSearch
{
    // The first is that of the exploration.
    private readonly ImmutableArray<ulong> _seeds = [];

    /// <summary>Prepares the search.</summary>
    /// <param name="plan">The scenario.</param>
    /// <param name="strategy">Name of the strategy.</param>
    /// <param name="timing">What time means.</param>
    public TargetSearch(RunPlan plan, string strategy, Timing timing)
    {
        if (!StrategyCatalog.IsExhaustive(strategy))
            return;
        var faults = BudgetFault.Of(plan.Scenario.Explore, plan.Device.Pool.Engines, plan.Clients);
        var seeds = FaultTargets.SeedsOf(faults, plan.Seed);
        _seeds = seeds ?? [];
        Ways = _seeds.Length > 1 ? _seeds.Length : null;
        DrawnFromSeed = seeds is null ? $"what the faults strike was drawn from the seed, since there are more than {FaultTargets.WaysMax} ways to choose it"
            : timing == Timing.Model && plan.Scenario.Explore.HasFaults ? "when the faults strike was drawn from the seed"
            : plan.Scenario.Faults.Any(fault => fault.Chance is not null) ? "which jobs a fault with a chance strikes was drawn from the seed"
            : null;
    }

    /// <summary>In how many ways targets are chosen; null: there is no choice, or each schedule draws it.</summary>
    public int? Ways { get; }

    /// <summary>What is left to the seed; null: nothing.</summary>
    public string? DrawnFromSeed { get; }

    /// <summary>Explores, one way after the other; what was found adds up.</summary>
    public ExplorationReport Explore(
        Func<IExperiment> experiment, ExplorationSettings settings, ExplorationProgress progress, CancellationToken cancel)
    {
        var all = Explorer.Explore(experiment, settings, progress, cancel);
        foreach (var seed in _seeds.Skip(1))
        {
            if (!all.Exhausted)
                break;
            if (all.Failure is not null || all.Schedules >= settings.Schedules || cancel.IsCancellationRequested)
                return all with { Exhausted = false };
            all = Sum(all, Explorer.Explore(
                experiment, settings with { Seed = seed, Schedules = settings.Schedules - all.Schedules }, progress, cancel));
        }

        return DrawnFromSeed is null ? all : all with { Exhausted = false };
    }

    private static ExplorationReport Sum(ExplorationReport before, ExplorationReport next) => next with
    {
        Schedules = before.Schedules + next.Schedules,
        Distinct = before.Distinct + next.Distinct,
        Steps = before.Steps + next.Steps,
        Failure = next.Failure is { } failure ? failure with { Number = before.Schedules + failure.Number } : null,
    };
}
