using Sim.Testing;
using Xunit;

namespace Sim.Tests.Testing;

/// <summary>The variable is the process's: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(ReplayVariableTests), DisableParallelization = true)]
[Collection(nameof(ReplayVariableTests))]
public sealed class ReplayVariableTests : IDisposable
{
    private const string Variable = "SIM_REPLAY";

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, null);

    [Fact]
    public void Named_test_runs_the_saved_schedule_alone_and_others_run_as_always()
    {
        var runs = 0;
        void Body(World world)
        {
            runs++;
            world.Eventually("never", () => false);
        }

        var found = Assert.Throws<ExplorationException>(() => Explore.Schedules(10).Run(Body));
        Environment.SetEnvironmentVariable(Variable, found.File);
        runs = 0;

        var replayed = Assert.Throws<ExplorationException>(() => Explore.Schedules(10).Run(Body));
        Assert.Equal((1, found.Message), (runs, replayed.Message));
        Assert.Equal(10, Explore.Schedules(10).Run(_ => { }, member: "Another").Schedules);
    }
}
