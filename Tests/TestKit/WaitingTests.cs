using Akka.Actor;
using Sim.Testing;
using Xunit;

namespace Sim.Tests.Testing;

/// <summary>Who still waits when nothing can happen any more.</summary>
public sealed class WaitingTests
{
    [Fact]
    public void Client_that_waits_for_what_does_not_come_is_a_deadlock() => Deadlocks(
        "alice waits for Int32",
        world => world.Client("alice", async alice => await alice.Expect<int>()));

    [Fact]
    public void It_says_from_whom_an_answer_is_missing() => Deadlocks(
        "alice waits for String from probe",
        world =>
        {
            var probe = world.Probe("probe");
            world.Client("alice", async alice => await alice.Ask<string>(probe.Ref, "hello"));
        });

    [Fact]
    public void Script_that_awaits_what_is_not_its_own_is_a_deadlock() => Deadlocks(
        "alice waits for something that is not its own",
        world => world.Client("alice", _ => new TaskCompletionSource().Task));

    [Fact]
    public void Messages_in_a_stash_are_a_deadlock() => Deadlocks(
        "stasher has 2 messages in its stash",
        world =>
        {
            var stasher = world.ActorOf(() => new Stasher(), "stasher");
            stasher.Tell("a");
            stasher.Tell("b");
        });

    [Fact]
    public void Handler_that_awaits_what_does_not_come_is_a_deadlock_with_what_waits_behind_it() => Deadlocks(
        "awaiting awaits in an asynchronous handler what does not come; 1 message behind it",
        world =>
        {
            var awaiting = world.ActorOf(() => new Awaiting(world.Probe("probe").Ref), "awaiting");
            awaiting.Tell("a");
            awaiting.Tell("b");
        });

    [Fact]
    public void Test_may_let_them_wait() => Explore.Schedules(10).Run(world =>
    {
        world.Client("alice", async alice => await alice.Expect<int>());
        world.MayWaitForEver();
    });

    [Fact]
    public void Property_that_fails_at_the_end_comes_first_and_those_who_wait_are_named_all_the_same()
    {
        var found = Assert.Throws<ExplorationException>(() => Explore.Schedules(10).Run(world =>
        {
            world.Client("alice", async alice => await alice.Expect<int>());
            world.Eventually("alice is happy", () => false);
        }));

        Assert.Equal("alice is happy", found.Property);
        Assert.Contains("alice waits for Int32", found.Message, StringComparison.Ordinal);
    }

    private static void Deadlocks(string detail, Action<World> body)
    {
        var found = Assert.Throws<ExplorationException>(() => Explore.Schedules(10).Run(body));

        Assert.Equal((World.Deadlock, detail), (found.Property, found.Detail));
    }

    private sealed class Stasher : ReceiveActor, IWithStash
    {
        public Stasher() => ReceiveAny(_ => Stash.Stash());

        public IStash Stash { get; set; } = null!;
    }

    private sealed class Awaiting : ReceiveActor
    {
        public Awaiting(IActorRef silent) => ReceiveAnyAsync(async message => await silent.Ask<string>(message));
    }
}
