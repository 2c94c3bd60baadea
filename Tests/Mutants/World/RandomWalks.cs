using Sim.Actors;
using Sim.Checkers;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Tests.Mutants.World;

/// <summary>Runs a workload under random schedules, each to its end whatever is violated.</summary>
internal sealed class RandomWalks
{
    private const ulong Seed = 1;
    private const int StepsMax = 20_000;

    private readonly MutantExperiment _experiment;
    private readonly ScheduleRunner _runner;
    private readonly RandomWalk _walk = new();

    public RandomWalks(Workload workload, Func<IDeviceMachines> machines)
    {
        _experiment = new MutantExperiment(workload, machines, endsAtViolation: false);
        _runner = new ScheduleRunner(_experiment, Timing.Any, StepsMax);
    }

    /// <summary>Runs one schedule; the same number is the same schedule.</summary>
    /// <returns>The first violation; null: none.</returns>
    /// <exception cref="InvalidOperationException">A machine threw, or the actors do not come to rest.</exception>
    public Failure? Run(int number)
    {
        _walk.Begin(SeededRandom.Of(Seed, number));
        var end = _runner.Run(_walk, Seed);
        return end.IsAtEnd ? end.Failure : throw new InvalidOperationException($"schedule {number}: {end.Failure}");
    }

    /// <summary>Names of the properties of which the last schedule says this.</summary>
    public IEnumerable<string> Judged(Verdict verdict) =>
        from property in _experiment.Properties.Properties where property.Verdict == verdict select property.Name;
}
