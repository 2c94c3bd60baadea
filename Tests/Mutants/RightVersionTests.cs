using Sim.Actors;
using Sim.Checkers;
using Sim.Hardware.Sessions;
using Sim.Tests.Mutants.Engines;
using Sim.Tests.Mutants.World;
using Xunit;

namespace Sim.Tests.Mutants;

/// <summary>What mutants are caught in finds nothing wrong with the right versions, and comes to everything that matters.</summary>
public sealed class RightVersionTests
{
    private const int Schedules = 200;

    public static IEnumerable<object[]> Workloads() =>
        from workload in Workload.All from policy in KeySwitchPolicies.Names select new object[] { workload.Name, policy };

    [Theory]
    [MemberData(nameof(Workloads))]
    public void Right_version_violates_nothing(string workload, string policy)
    {
        var walks = new RandomWalks(
            Workload.All.Single(one => one.Name == workload), () => new PolicyMachines(policy));
        for (var number = 0; number < Schedules; number++)
            Assert.Null(walks.Run(number));
    }

    [Fact]
    public void Registers_without_tags_violate_nothing_while_everything_else_is_right()
    {
        foreach (var workload in Workload.All)
        {
            var walks = new RandomWalks(
                workload, () => new MutantMachines("marker") { AroundEngine = (_, _) => new UntaggedRegisters() });
            for (var number = 0; number < Schedules; number++)
                Assert.Null(walks.Run(number));
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
                var walks = new RandomWalks(workload, () => new PolicyMachines(policy));
                for (var number = 0; number < Schedules / 10; number++)
                {
                    walks.Run(number);
                    reached.UnionWith(walks.Judged(Verdict.Held));
                }
            }
        }

        Assert.Equal(PropertySet.Names.Order(), reached.Order());
    }
}
