using Sim.Simulation.Worlds;
using Sim.Testing;
using Sim.Testing.ContentProtection;
using Xunit;

namespace Sim.Tests.Testing;

/// <summary>The same tests where Akka.NET's own extension points drive the system, as they do on the packages.</summary>
public sealed class PlugInTests
{
    [Fact]
    public void Clients_scripts_and_properties_work() => Plan().Run(world =>
    {
        var echo = world.ActorOf(() => new Echo(), "echo");
        foreach (var name in new[] { "alice", "bob" })
        {
            world.Client(name, async client =>
            {
                Assert.Equal(1, await client.Ask<int>(echo, 1));
                Assert.Equal(2, await client.Ask<int>(echo, 2));
            });
        }

        world.Eventually("all are answered", () => world.StateOf<Echo>(echo).Count == 4);
    });

    [Fact]
    public void Failure_shrinks_and_replays()
    {
        void Body(World world)
        {
            var probe = world.Probe("probe");
            for (var i = 0; i < 10; i++)
                probe.Ref.Tell(i, Akka.Actor.ActorRefs.NoSender);
            world.Always("few", () => probe.Received.Count < 3);
        }

        var found = Assert.Throws<ExplorationException>(() => Plan().Run(Body));

        Assert.Equal(["0", "1", "2"], found.Steps.Select(step => step.Message));
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    [InlineData("marker")]
    public void Device_keeps_its_properties(string policy) => Plan().Run(world =>
    {
        var device = world.Device(policy);
        device.Engines[0].Hold();
        device.Session("movie", async movie =>
        {
            movie.Submit(2);
            await movie.Refresh();
            movie.Submit();
            device.Engines[0].Release();
            await movie.AllEnded();
            await movie.ExpectKeySwitch(epoch: 1);
        });
    });

    private static ExplorationPlan Plan() => Explore.Schedules(50).Configured($"{SimulatedSystems.WorldKey} = plug-in");
}
