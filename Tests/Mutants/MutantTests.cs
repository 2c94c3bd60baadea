using Sim.Actors;
using Sim.Checkers;
using Sim.Hardware.Sessions;
using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;
using Sim.Tests.Mutants.Engines;
using Sim.Tests.Mutants.World;
using Xunit;

namespace Sim.Tests.Mutants;

/// <summary>Wrong versions are caught by the properties that speak of their mistake, and right ones by none.</summary>
public sealed class MutantTests
{
    private const ulong Seed = 1;
    private const int SchedulesMax = 1000;
    private const int RightSchedules = 200;
    private const int StepsMax = 20_000;

    private readonly RandomWalk _walk = new();

    public static IEnumerable<object[]> Mutants() =>
        from mutant in MutantCatalogue.All from policy in mutant.Policies select new object[] { mutant.Name, policy };

    public static IEnumerable<object[]> Workloads() =>
        from workload in Workload.All from policy in KeySwitchPolicies.Names select new object[] { workload.Name, policy };

    [Theory]
    [MemberData(nameof(Mutants))]
    public void Mutant_is_caught_by_the_properties_that_speak_of_its_mistake(string name, string policy)
    {
        var mutant = MutantCatalogue.Find(name);
        var (experiment, runner) = Prepare(mutant.Workload, () => mutant.Machines(policy));
        HashSet<string> violated = [];
        for (var number = 0; number < SchedulesMax && !violated.IsSupersetOf(mutant.Breaks); number++)
        {
            Run(runner, number);
            Assert.Null(experiment.Failure);
            violated.UnionWith(Judged(experiment, Verdict.Violated));
        }

        Assert.Superset(mutant.Breaks.ToHashSet(), violated);
    }

    [Theory]
    [MemberData(nameof(Workloads))]
    public void Right_version_violates_nothing(string workload, string policy)
    {
        var (_, runner) = Prepare(Find(workload), () => new PolicyMachines(policy));
        for (var number = 0; number < RightSchedules; number++)
            Assert.Null(Run(runner, number).Failure);
    }

    [Fact]
    public void Registers_without_tags_violate_nothing_while_everything_else_is_right()
    {
        foreach (var workload in Workload.All)
        {
            var (_, runner) = Prepare(
                workload, () => new MutantMachines("marker") { AroundEngine = (_, _) => new UntaggedRegisters() });
            for (var number = 0; number < RightSchedules; number++)
                Assert.Null(Run(runner, number).Failure);
        }
    }

    [Fact]
    public void Workloads_put_every_property_to_the_test()
    {
        HashSet<string> reached = [];
        foreach (var workload in Workload.All)
        {
            foreach (var policy in KeySwitchPolicies.Names)
            {
                var (experiment, runner) = Prepare(workload, () => new PolicyMachines(policy));
                for (var number = 0; number < RightSchedules / 10; number++)
                {
                    Run(runner, number);
                    reached.UnionWith(Judged(experiment, Verdict.Held));
                }
            }
        }

        Assert.Equal(PropertySet.Names.Order(), reached.Order());
    }

    [Fact]
    public void Every_property_that_can_be_violated_is_by_some_mutant() => Assert.Equal(
        PropertySet.Names.Where(name => PropertySet.KindOf(name) != PropertyKind.Sometimes).Order(),
        MutantCatalogue.All.SelectMany(mutant => mutant.Breaks).Distinct().Order());

    [Fact]
    public void Names_and_mistakes_are_all_different()
    {
        Assert.Distinct(MutantCatalogue.All.Select(mutant => mutant.Name));
        Assert.Distinct(MutantCatalogue.All.Select(mutant => mutant.Mistake));
    }

    private static (MutantExperiment Experiment, ScheduleRunner Runner) Prepare(Workload workload, Func<IDeviceMachines> machines)
    {
        var experiment = new MutantExperiment(workload, machines, endsAtViolation: false);
        return (experiment, new ScheduleRunner(experiment, Timing.Any, StepsMax));
    }

    private ScheduleEnd Run(ScheduleRunner runner, int number)
    {
        _walk.Begin(SeededRandom.Of(Seed, number));
        return runner.Run(_walk, Seed);
    }

    private static IEnumerable<string> Judged(MutantExperiment experiment, Verdict verdict) =>
        from property in experiment.Properties.Properties where property.Verdict == verdict select property.Name;

    private static Workload Find(string name) => Workload.All.Single(workload => workload.Name == name);
}
