using Sim.Actors;
using Sim.Checkers;
using Sim.Tests.Mutants.World;
using Xunit;

namespace Sim.Tests.Mutants;

/// <summary>Wrong versions are caught by the properties that speak of their mistake.</summary>
public sealed class MutantTests
{
    private const int SchedulesMax = 1000;
    private const int SchedulesToReach = 200;

    public static IEnumerable<object[]> Violent() =>
        from mutant in MutantCatalogue.All where mutant.IsViolent from policy in mutant.Policies select new object[] { mutant.Name, policy };

    public static IEnumerable<object[]> Timid() =>
        from mutant in MutantCatalogue.All where !mutant.IsViolent from policy in mutant.Policies select new object[] { mutant.Name, policy };

    [Theory]
    [MemberData(nameof(Violent))]
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

    [Theory]
    [MemberData(nameof(Timid))]
    public void Mutant_that_violates_nothing_is_told_by_what_it_never_reaches(string name, string policy)
    {
        var mutant = MutantCatalogue.Find(name);
        var right = Reached(new RandomWalks(mutant.Workload, () => new PolicyMachines(policy)));
        var wrong = Reached(new RandomWalks(mutant.Workload, () => mutant.Machines(policy)));

        Assert.Equal(
            mutant.Breaks.Where(property => PropertySet.IsPossible(property, policy)).Order(), right.Except(wrong).Order());
    }

    [Fact]
    public void Every_property_is_broken_by_some_mutant() =>
        Assert.Equal(PropertySet.Names.Order(), MutantCatalogue.All.SelectMany(mutant => mutant.Breaks).Distinct().Order());

    [Fact]
    public void No_mutant_violates_one_property_and_never_reaches_another() => Assert.All(
        MutantCatalogue.All,
        mutant => Assert.Single(mutant.Breaks.Select(name => PropertySet.KindOf(name) == PropertyKind.Sometimes).Distinct()));

    [Fact]
    public void Names_and_mistakes_are_all_different()
    {
        Assert.Distinct(MutantCatalogue.All.Select(mutant => mutant.Name));
        Assert.Distinct(MutantCatalogue.All.Select(mutant => mutant.Mistake));
    }

    // What the schedules reach, none of which violates anything.
    private static HashSet<string> Reached(RandomWalks walks)
    {
        HashSet<string> reached = [];
        for (var number = 0; number < SchedulesToReach; number++)
        {
            Assert.Null(walks.Run(number));
            reached.UnionWith(walks.Judged(Verdict.Held));
        }

        return reached;
    }
}
