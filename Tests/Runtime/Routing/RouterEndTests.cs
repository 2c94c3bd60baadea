using Akka.Actor;
using Akka.Event;
using Akka.Routing;
using Xunit;

namespace Sim.Tests.Runtime.Routing;

public sealed class RouterEndTests : RouterTest
{
    [Fact]
    public async Task PoisonPill_stops_the_router_and_with_it_the_routees_of_a_pool()
    {
        var log = NewProbe();
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee(log.Ref)));
        await log.Watch(router);
        await log.Expect("preStart", "preStart");
        router.Tell(PoisonPill.Instance);
        await log.Expect("postStop", "postStop");
        Assert.Equal(router, (await log.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task PoisonPill_leaves_the_routees_of_a_group_alone()
    {
        var watcher = NewProbe();
        var routee = Sys.ActorOf(Routee(), "a");
        var router = Sys.ActorOf(new RoundRobinGroup("/user/a").Props());
        await watcher.Watch(router);
        router.Tell(PoisonPill.Instance);
        await watcher.Next<Terminated>();
        Assert.Equal("a", await routee.Ask<string>("who", Wait));
    }

    [Fact]
    public async Task Kill_fails_the_router_itself()
    {
        var watcher = NewProbe();
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee(watcher.Ref)));
        await watcher.Watch(router);
        await watcher.Expect("preStart", "preStart");
        router.Tell(Kill.Instance);
        await watcher.Expect("postStop", "postStop");
        await watcher.Next<Terminated>();
    }

    [Fact]
    public async Task A_broadcast_PoisonPill_stops_every_routee_after_what_it_has_got_and_the_pool_ends_with_them()
    {
        var log = NewProbe();
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Scripted.Of((message, _) => log.Ref.Tell(message))));
        await log.Watch(router);
        router.Tell(new Broadcast("before"));
        router.Tell(new Broadcast(PoisonPill.Instance));
        await log.Expect("before", "before");
        Assert.Equal(router, (await log.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_broadcast_PoisonPill_stops_the_routees_of_a_group_and_not_the_router()
    {
        var watcher = NewProbe();
        var routee = Sys.ActorOf(Routee(), "a");
        await watcher.Watch(routee);
        var router = Sys.ActorOf(new RoundRobinGroup("/user/a").Props());
        router.Tell(new Broadcast(PoisonPill.Instance));
        Assert.Equal(routee, (await watcher.Next<Terminated>()).ActorRef);
        Assert.Single(await RouteesOf(router));
    }

    [Fact]
    public async Task A_routee_that_ends_is_removed_and_not_replaced()
    {
        var router = Sys.ActorOf(new RoundRobinPool(3).Props(Routee()));
        var actors = await ActorsOf(router);
        actors[0].Tell(PoisonPill.Instance);
        Assert.Equal(actors[1..], await ActorsOf(router, 2));
        Assert.Equal(
            actors[1..].Select(actor => actor.Path.Name).Order(), (await Ask(router, "who", 4)).Distinct().Order());
    }

    [Fact]
    public async Task A_message_to_a_router_that_has_ended_is_a_dead_letter()
    {
        var probe = NewProbe();
        var router = Sys.ActorOf(new RoundRobinPool(1).Props(Routee()));
        await probe.Watch(router);
        router.Tell(PoisonPill.Instance);
        await probe.Next<Terminated>();
        Sys.EventStream.Subscribe(probe.Ref, typeof(DeadLetter));
        router.Tell("late");
        Assert.Equal("late", (await probe.Next<DeadLetter>()).Message);
    }

    [Fact]
    public async Task A_system_with_routers_ends()
    {
        for (var i = 0; i < 50; i++)
        {
            var system = ActorSystem.Create("routers", "akka.loglevel = OFF");
            for (var j = 0; j < 4; j++) system.ActorOf(new RoundRobinPool(3).Props(Routee()));
            await system.Terminate().WaitAsync(Wait);
        }
    }
}
