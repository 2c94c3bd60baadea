using Sim.Actors;
using Sim.Checkers;
using Sim.Hardware.Sessions;
using Sim.Tests.Mutants.World;
using Xunit;

namespace Sim.Tests.Mutants;

/// <summary>The workloads that mutants are caught in, with machines that are right.</summary>
public sealed class RightMachineTests
{
    private const int Schedules = 300;

    public static IEnumerable<object[]> All() =>
        from policy in KeySwitchPolicies.Names from workload in Workload.All select new object[] { policy, workload.Name };

    [Theory]
    [MemberData(nameof(All))]
    public void Right_machines_violate_nothing(string policy, string workload)
    {
        var experiment = new MutantExperiment(
            Workload.All.Single(one => one.Name == workload), () => new PolicyMachines(policy));
        for (var seed = 1; seed <= Schedules; seed++)
        {
            RandomSchedule.Run(experiment, seed);
            Assert.Empty(experiment.Properties.Violations);
            Assert.Null(experiment.Thrown);
        }
    }
}
