using Sim.Checkers;
using Sim.Tests.Mutants.World;
using Xunit;

namespace Sim.Tests.Mutants;

/// <summary>Every wrong version is caught by the properties that speak of its mistake.</summary>
public sealed class MutantTests
{
    private const int SchedulesMax = 1000;

    public static IEnumerable<object[]> All() =>
        from mutant in MutantCatalogue.All from policy in mutant.Policies select new object[] { mutant.Name, policy };

    [Theory]
    [MemberData(nameof(All))]
    public void Mutant_is_caught_by_the_properties_that_speak_of_its_mistake(string name, string policy)
    {
        var mutant = MutantCatalogue.Find(name);
        var experiment = new MutantExperiment(mutant.Workload, () => mutant.Machines(policy));
        SortedSet<string> violated = [];
        for (var seed = 1; seed <= SchedulesMax && !violated.IsSupersetOf(mutant.Breaks); seed++)
        {
            RandomSchedule.Run(experiment, seed);
            violated.UnionWith(Violated(experiment.Properties));
            Assert.Null(experiment.Thrown);
        }

        Assert.Superset(mutant.Breaks.ToHashSet(), violated);
    }

    private static IEnumerable<string> Violated(PropertySet properties) =>
        from property in properties.Properties where property.Verdict == Verdict.Violated select property.Name;
}
