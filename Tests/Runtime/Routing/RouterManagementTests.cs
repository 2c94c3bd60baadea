using Akka.Actor;
using Akka.Routing;
using Xunit;

namespace Sim.Tests.Runtime.Routing;

public sealed class RouterManagementTests : RouterTest
{
    [Fact]
    public async Task GetRoutees_is_answered_with_the_children_of_a_pool()
    {
        var router = Sys.ActorOf(new RoundRobinPool(3).Props(Routee()), "router");
        var actors = await ActorsOf(router);
        Assert.Equal(3, actors.Length);
        Assert.All(actors, actor => Assert.Equal(router.Path, actor.Path.Parent));
    }

    [Fact]
    public async Task GetRoutees_is_answered_with_the_selections_of_a_group()
    {
        var router = Sys.ActorOf(new RoundRobinGroup("/user/a").Props());
        Assert.Equal("/user/a", Assert.IsType<ActorSelectionRoutee>(Assert.Single(await RouteesOf(router))).Selection.PathString);
    }

    [Fact]
    public async Task A_routee_that_is_added_gets_messages_and_is_removed_when_it_ends()
    {
        var router = Sys.ActorOf(new RoundRobinPool(1).Props(Routee()));
        var more = Sys.ActorOf(Routee(), "more");
        router.Tell(new AddRoutee(new ActorRefRoutee(more)));
        Assert.Contains(more, await ActorsOf(router));
        Assert.Contains("more", await Ask(router, "who", 2));
        more.Tell(PoisonPill.Instance);
        Assert.DoesNotContain(more, await ActorsOf(router, 1));
    }

    [Fact]
    public async Task A_child_that_is_removed_is_stopped()
    {
        var watcher = NewProbe();
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee()));
        var actors = await ActorsOf(router);
        await watcher.Watch(actors[0]);
        router.Tell(new RemoveRoutee(new ActorRefRoutee(actors[0])));
        Assert.Equal([actors[1]], await ActorsOf(router));
        await watcher.Next<Terminated>();
    }

    [Fact]
    public async Task A_stranger_that_is_removed_lives_on()
    {
        var router = Sys.ActorOf(new RoundRobinPool(1).Props(Routee()));
        var stranger = Sys.ActorOf(Routee(), "stranger");
        router.Tell(new AddRoutee(Akka.Routing.Routee.FromActorRef(stranger)));
        router.Tell(new RemoveRoutee(Akka.Routing.Routee.FromActorRef(stranger)));
        Assert.Single(await ActorsOf(router));
        Assert.Equal("stranger", await stranger.Ask<string>("who", Wait));
    }

    [Fact]
    public async Task A_router_ends_when_the_last_routee_is_removed()
    {
        var watcher = NewProbe();
        var router = Sys.ActorOf(new RoundRobinPool(1).Props(Routee()));
        await watcher.Watch(router);
        router.Tell(new RemoveRoutee((await RouteesOf(router)).Single()));
        Assert.Equal(router, (await watcher.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task AdjustPoolSize_creates_and_stops_routees()
    {
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee()));
        router.Tell(new AdjustPoolSize(3));
        Assert.Equal(5, (await ActorsOf(router)).Length);
        router.Tell(new AdjustPoolSize(-4));
        Assert.Single(await ActorsOf(router));
    }
}
