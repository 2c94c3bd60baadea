using Sim.Scenarios;
using Sim.Testing;
using Sim.Testing.ContentProtection;
using Xunit;

namespace Sim.Tests.Testing.ContentProtection;

/// <summary>The policies that are wrong on purpose are found by a test that any right one passes.</summary>
public sealed class BrokenPolicyTests
{
    [Theory]
    [InlineData("broken-late-latch")]
    [InlineData("broken-no-drain")]
    [InlineData("broken-nonce-not-cleared")]
    public void Wrong_policy_is_caught(string policy)
    {
        var found = Assert.Throws<ExplorationException>(() => Explore.Schedules(2_000).Run(world => Refreshing(world, policy)));

        // By the check value when the key is wrong as the job begins, by the bytes when it is overwritten while the job runs.
        Assert.Contains(found.Property, new[] { "EpochAtSubmission", "PlaintextMatches" });
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    [InlineData("marker")]
    public void Right_policy_passes(string policy) => Explore.Schedules(500).Run(world => Refreshing(world, policy));

    private static void Refreshing(World world, string policy) =>
        world.Device(machines: PolicyCatalog.Create(policy)).Session("movie", async movie =>
        {
            movie.Submit(2);
            await movie.Refresh();
            movie.FinishRefresh();
            movie.Submit(2);
            await movie.AllEnded();
        });
}
