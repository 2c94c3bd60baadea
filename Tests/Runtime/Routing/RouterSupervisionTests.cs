using Akka.Actor;
using Akka.Dispatch;
using Akka.Routing;
using Xunit;

namespace Sim.Tests.Runtime.Routing;

public sealed class RouterSupervisionTests : RouterTest
{
    [Fact]
    public async Task By_default_a_failure_is_escalated_and_the_router_restarts_with_all_its_routees()
    {
        var log = NewProbe();
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee(log.Ref)));
        await log.Expect("preStart", "preStart");
        var before = await ActorsOf(router);
        router.Tell("fail");
        var seen = new List<string>();
        for (var i = 0; i < 8; i++) seen.Add(await log.Next<string>());
        Assert.Equal(2, seen.Count(what => what == "postRestart broken"));
        Assert.Equal(before, await ActorsOf(router));
    }

    [Fact]
    public async Task The_failure_is_decided_on_by_the_parent_of_the_router()
    {
        var probe = NewProbe();
        var parent = Sys.ActorOf(Scripted.Of(
            (_, self) => self.Sender.Tell(self.Cell.ActorOf(new RoundRobinPool(2).Props(Routee()))),
            new OneForOneStrategy(_ => Directive.Stop)));
        var router = await parent.Ask<IActorRef>("make", Wait);
        await probe.Watch(router);
        router.Tell("fail");
        Assert.Equal(router, (await probe.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_strategy_of_the_pool_decides_for_the_one_routee()
    {
        var log = NewProbe();
        var pool = new RoundRobinPool(2, null, new OneForOneStrategy(_ => Directive.Restart), Dispatchers.DefaultDispatcherId);
        var router = Sys.ActorOf(pool.Props(Routee(log.Ref)));
        await log.Expect("preStart", "preStart");
        router.Tell("fail");
        await log.Expect("preRestart broken fail", "postStop", "postRestart broken", "preStart");
        Assert.Equal(2, (await ActorsOf(router)).Length);
        await log.ExpectNothingMore();
    }

    [Fact]
    public async Task Resume_keeps_the_state_of_the_routee()
    {
        var pool = new RoundRobinPool(1).WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Resume));
        var router = Sys.ActorOf(pool.Props(Routee()));
        router.Tell("more");
        router.Tell("fail");
        router.Tell("more");
        Assert.Equal(2, await router.Ask<int>("count", Wait));
    }

    [Fact]
    public async Task A_routee_that_cannot_be_created_is_the_failure_of_the_router()
    {
        var probe = NewProbe();
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Props.Create(() => new Stillborn())), "router");
        await probe.Watch(router);
        await probe.Next<Terminated>();
    }

    private sealed class Stillborn : UntypedActor
    {
        public Stillborn() => throw new InvalidOperationException("stillborn");

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
