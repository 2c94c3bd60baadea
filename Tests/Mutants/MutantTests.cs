using Sim.Checkers;
using Sim.Tests.Mutants.World;
using Xunit;

namespace Sim.Tests.Mutants;

/// <summary>Wrong versions are caught by the properties that speak of their mistake.</summary>
public sealed class MutantTests
{
    private const int SchedulesMax = 1000;

    public static IEnumerable<object[]> Mutants() =>
        from mutant in MutantCatalogue.All from policy in mutant.Policies select new object[] { mutant.Name, policy };

    [Theory]
    [MemberData(nameof(Mutants))]
    public void Mutant_is_caught_by_the_properties_that_speak_of_its_mistake(string name, string policy)
    {
        var mutant = MutantCatalogue.Find(name);
        var walks = new RandomWalks(mutant.Workload, () => mutant.Machines(policy));
        HashSet<string> violated = [];
        for (var number = 0; number < SchedulesMax && !violated.IsSupersetOf(mutant.Breaks); number++)
        {
            walks.Run(number);
            violated.UnionWith(walks.Judged(Verdict.Violated));
        }

        Assert.Superset(mutant.Breaks.ToHashSet(), violated);
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
}
