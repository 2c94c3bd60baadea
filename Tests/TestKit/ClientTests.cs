using Akka.Actor;
using Sim.Testing;
using Xunit;

namespace Sim.Tests.Testing;

public sealed class ClientTests
{
    [Fact]
    public void Each_message_that_a_client_sends_is_a_step_so_that_others_come_between()
    {
        var orders = new HashSet<string>();
        Explore.Schedules(500).With("random").Run(world =>
        {
            var probe = world.Probe("probe");
            foreach (var name in new[] { "a", "b" })
            {
                world.Client(name, client =>
                {
                    client.Tell(probe.Ref, name);
                    client.Tell(probe.Ref, name);
                    return Task.CompletedTask;
                });
            }

            world.Eventually("noted", () => orders.Add(string.Concat(probe.Of<string>())) || true);
        });

        Assert.Equal(["aabb", "abab", "abba", "baab", "baba", "bbaa"], orders.Order());
    }

    [Fact]
    public void Expectation_takes_the_first_message_that_fits_and_leaves_the_others() => Explore.Schedules(20).Run(world =>
    {
        var echo = world.ActorOf(() => new Echo(), "echo");
        world.Client("alice", async alice =>
        {
            foreach (var message in new object[] { 1, "one", 2, "two" })
                alice.Tell(echo, message);
            Assert.Equal("two", await alice.Expect<string>(text => text.StartsWith('t')));
            Assert.Equal(1, await alice.Expect<int>());
            Assert.Equal("one", await alice.Expect<string>());
            Assert.Equal(2, await alice.Expect<int>());
        });
    });

    [Fact]
    public void Ask_takes_the_answer_of_its_receiver_alone() => Explore.Schedules(200).Run(world =>
    {
        var (one, other) = (world.ActorOf(() => new Named("one"), "one"), world.ActorOf(() => new Named("other"), "other"));
        world.Client("alice", async alice =>
        {
            alice.Tell(other, "who?");
            Assert.Equal("one", await alice.Ask<string>(one, "who?"));
            Assert.Equal("other", await alice.Expect<string>());
        });
    });

    [Fact]
    public void Script_goes_on_within_the_step_of_its_client_also_behind_methods_of_its_own()
    {
        var result = Explore.Once().Run(world =>
        {
            var echo = world.ActorOf(() => new Echo(), "echo");
            async Task<int> Twice(Sim.Testing.Clients.Client client)
            {
                await client.Ask<int>(echo, 1);
                return await client.Ask<int>(echo, 2);
            }

            world.Client("alice", async alice => Assert.Equal(2, await Twice(alice)));
        });

        // Twice: it sends, the echo answers, it goes on.
        Assert.Equal(6, result.Steps);
    }

    [Fact]
    public void Script_that_throws_fails_the_test_with_its_stack()
    {
        var found = Assert.Throws<ExplorationException>(() => Explore.Schedules(10).Run(world =>
        {
            var echo = world.ActorOf(() => new Echo(), "echo");
            world.Client("alice", async alice => Assert.Equal(2, await alice.Ask<int>(echo, 1)));
        }));

        Assert.Equal("script of alice", found.Property);
        Assert.StartsWith("EqualException: Assert.Equal() Failure", found.Detail, StringComparison.Ordinal);
        Assert.Contains(nameof(ClientTests), found.InnerException!.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Client_waits_for_one_thing_at_a_time()
    {
        var found = Assert.Throws<ExplorationException>(() => Explore.Once().Run(world => world.Client("alice", async alice =>
        {
            var first = alice.Expect<int>();
            await alice.Expect<string>();
            await first;
        })));

        Assert.Equal("InvalidOperationException: alice waits already, for Int32.", found.Detail);
    }

    [Fact]
    public void Script_may_await_an_actor_of_its_world() => Explore.Schedules(20).Run(world =>
    {
        var echo = world.ActorOf(() => new Echo(), "echo");
        var probe = world.Probe("probe");
        world.Client("alice", async alice => alice.Tell(probe.Ref, await echo.Ask<string>("hello")));
        world.Eventually("the answer is passed on", () => probe.Received is ["hello"]);
    });

    private sealed class Named : ReceiveActor
    {
        public Named(string name) => ReceiveAny(_ => Sender.Tell(name));
    }
}
