using Akka.Actor;
using Akka.Event;
using Akka.Routing;
using Xunit;

namespace Sim.Tests.Runtime.Routing;

public sealed class RoutedMessageTests : RouterTest
{
    [Fact]
    public async Task A_routee_sees_the_original_sender()
    {
        var probe = NewProbe();
        var router = Sys.ActorOf(new RoundRobinPool(1).Props(Routee()));
        router.Tell("who", probe.Ref);
        await probe.Next<string>();
        Assert.Equal(router, ((IInternalActorRef)probe.LastSender).Parent);
    }

    [Fact]
    public async Task A_message_reaches_a_routee_though_the_router_itself_is_busy()
    {
        using var release = new ManualResetEventSlim();
        using var busy = new ManualResetEventSlim();
        var strategy = new OneForOneStrategy(_ =>
        {
            busy.Set();
            release.Wait(Wait);
            return Directive.Resume;
        });
        var router = Sys.ActorOf(new RoundRobinPool(2).WithSupervisorStrategy(strategy).Props(Routee()));
        router.Tell("fail");
        Assert.True(busy.Wait(Wait));
        Assert.NotNull(await router.Ask<string>("who", Wait));
        release.Set();
    }

    [Fact]
    public async Task Messages_of_one_sender_reach_a_routee_in_order()
    {
        var probe = NewProbe();
        var router = Sys.ActorOf(new RoundRobinPool(1).Props(Scripted.Of((message, _) => probe.Ref.Tell(message))));
        var messages = Enumerable.Range(0, 1000).Cast<object>().ToArray();
        foreach (var message in messages) router.Tell(message);
        await probe.Expect(messages);
    }

    [Fact]
    public async Task A_message_that_is_sent_before_the_routees_are_created_waits_for_them()
    {
        for (var i = 0; i < 100; i++)
        {
            var probe = NewProbe();
            Sys.ActorOf(new BroadcastPool(2).Props(Scripted.Of((message, _) => probe.Ref.Tell(message)))).Tell("early");
            await probe.Expect("early", "early");
        }
    }

    [Fact]
    public async Task What_a_routee_tells_its_parent_is_routed_to_a_sibling()
    {
        var probe = NewProbe();
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Scripted.Of((message, self) =>
        {
            if (message is "ask around") self.Cell.Parent.Tell("hello");
            else probe.Ref.Tell((message, self.Sender));
        })));
        var routees = await ActorsOf(router);
        router.Tell("ask around");
        var (message, sender) = await probe.Next<(object, IActorRef)>();
        Assert.Equal("hello", message);
        Assert.Contains(sender, routees);
        Assert.NotEqual(sender, probe.LastSender);
    }

    [Fact]
    public async Task Identify_finds_the_router_and_not_a_routee()
    {
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee()), "router");
        Assert.Equal(router, (await router.Ask<ActorIdentity>(new Identify(1), Wait)).Subject);
        Assert.Equal(router, await Sys.ActorSelection("/user/router").ResolveOne(Wait));
    }

    [Fact]
    public async Task A_group_of_nobody_loses_messages_to_the_dead_letters()
    {
        var probe = NewProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(DeadLetter));
        Sys.ActorOf(new RoundRobinGroup("/user/nobody").Props()).Tell("lost");
        Assert.Equal("lost", (await probe.Next<DeadLetter>()).Message);
    }

    [Fact]
    public void A_name_that_is_taken_is_refused_for_a_router_as_well()
    {
        Sys.ActorOf(new RoundRobinPool(2).Props(Routee()), "router");
        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(new RoundRobinPool(2).Props(Routee()), "router"));
    }
}
