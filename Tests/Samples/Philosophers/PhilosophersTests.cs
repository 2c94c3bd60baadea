using Akka.Actor;
using Sim.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Sim.Tests.Samples.Philosophers;

/// <summary>Three philosophers and three forks. When each takes the fork at his left first, all may wait for ever.</summary>
public sealed class PhilosophersTests(ITestOutputHelper output)
{
    private const int Count = 3;

    [Fact]
    public void Deadlock_is_found_and_says_who_waits_for_whom()
    {
        var found = Assert.Throws<ExplorationException>(() => Explore.Schedules(1_000).Run(world => Dine(world, isLastLeftHanded: false)));
        output.WriteLine(found.Message);

        Assert.Equal(World.Deadlock, found.Property);
        Assert.Equal(
            "fork-0 has 1 message in its stash; fork-1 has 1 message in its stash; fork-2 has 1 message in its stash", found.Detail);
        Assert.Contains("philosopher-0 waits for fork-1: Take", found.Message, StringComparison.Ordinal);
        Assert.Contains("fork-1 waits for philosopher-1: Taken", found.Message, StringComparison.Ordinal);
    }

    [ExploredFact(Strategy = "exhaustive", Schedules = 10_000)]
    public void One_who_begins_at_the_other_side_saves_them_all_in_every_order(World world)
    {
        var philosophers = Dine(world, isLastLeftHanded: true);

        world.Eventually("everybody has eaten", () => philosophers.All(one => world.StateOf<Philosopher>(one).HasEaten));
    }

    private static List<IActorRef> Dine(World world, bool isLastLeftHanded)
    {
        var forks = Enumerable.Range(0, Count).Select(i => world.ActorOf(() => new Fork(), $"fork-{i}")).ToList();
        var philosophers = new List<IActorRef>();
        for (var i = 0; i < Count; i++)
        {
            var (first, second) = (forks[i], forks[(i + 1) % Count]);
            if (i == Count - 1 && isLastLeftHanded)
                (first, second) = (second, first);
            philosophers.Add(world.ActorOf(() => new Philosopher(first, second), $"philosopher-{i}"));
            philosophers[i].Tell(new Philosopher.GetHungry());
        }

        return philosophers;
    }
}
