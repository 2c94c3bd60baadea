using Sim.Actors;
using Sim.Hardware.Sessions;
using Sim.Simulation.Exploration;
using Sim.Simulation.Replaying;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;
using Sim.Tests.Mutants.World;
using Xunit;

namespace Sim.Tests.Simulation.Plugin;

/// <summary>What this project is about runs alike in both worlds: devices, sessions and engines, with faults and restarts.</summary>
public sealed class DevicesInBothWorldsTests
{
    public static TheoryData<string> Policies => [.. KeySwitchPolicies.Names];

    [Theory]
    [MemberData(nameof(Policies))]
    public void One_seed_gives_one_schedule_of_a_device(string policy)
    {
        foreach (var workload in Workload.All)
        {
            for (var seed = 0UL; seed < 10; seed++)
            {
                var own = new MutantExperiment(workload, () => new PolicyMachines(policy), endsAtViolation: true);
                var plugged = new MutantExperiment(workload, () => new PolicyMachines(policy), endsAtViolation: true);

                Assert.Equal(Record(own, seed), Record(new OnPlugIn(plugged), seed));
                Assert.Equal(
                    own.Properties.Properties.Select(property => property.Verdict), plugged.Properties.Properties.Select(property => property.Verdict));
            }
        }
    }

    private static ScheduledStep[] Record(Sim.Simulation.Experiments.IExperiment experiment, ulong seed)
    {
        var recorder = new Recorder();
        var strategy = new RandomWalk();
        strategy.Begin(seed);
        var end = new ScheduleRunner(experiment, Timing.Any, 10_000).Run(strategy, seed, recorder);
        Assert.Null(end.Failure);
        return [.. recorder.Steps];
    }
}
