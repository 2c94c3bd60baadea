using Akka.Actor;
using Akka.Routing;
using Xunit;

namespace Sim.Tests.Runtime.Routing;

public sealed class RouterByHandTests : RouterTest
{
    [Fact]
    public async Task A_router_is_a_value_that_an_actor_may_route_with()
    {
        var probe = NewProbe();
        var (a, b) = (Sys.ActorOf(Routee(), "a"), Sys.ActorOf(Routee(), "b"));
        var router = new Router(new RoundRobinRoutingLogic(), a, b);
        for (var i = 0; i < 4; i++) router.Route("who", probe.Ref);
        string[] answers = [await probe.Next<string>(), await probe.Next<string>(), await probe.Next<string>(), await probe.Next<string>()];
        Assert.Equal(["a", "a", "b", "b"], answers.Order());
    }

    [Fact]
    public void Adding_and_removing_a_routee_gives_another_router()
    {
        var (a, b) = (Sys.ActorOf(Routee(), "a"), Sys.ActorOf(Routee(), "b"));
        var one = new Router(new BroadcastRoutingLogic(), a);
        var two = one.AddRoutee(b).AddRoutee(Sys.ActorSelection("/user/a"));
        Assert.Single(one.Routees);
        Assert.Equal(3, two.Routees.Count());
        Assert.Equal([new ActorRefRoutee(a)], two.RemoveRoutee(b).RemoveRoutee(Sys.ActorSelection("/user/a")).Routees);
        Assert.Same(one.RoutingLogic, two.RoutingLogic);
    }

    [Fact]
    public async Task A_custom_logic_chooses()
    {
        var probe = NewProbe();
        var router = new Router(new ByLength(), Sys.ActorOf(Routee(), "a"), Sys.ActorOf(Scripted.Of((m, _) => probe.Ref.Tell(m))));
        router.Route("x", ActorRefs.NoSender);
        await probe.Expect("x");
    }

    [Fact]
    public async Task A_routee_can_be_asked()
    {
        var actor = Sys.ActorOf(Routee(), "a");
        Assert.Equal("a", await new ActorRefRoutee(actor).Ask("who", Wait));
        Assert.Equal("a", await new ActorSelectionRoutee(Sys.ActorSelection("/user/a")).Ask("who", Wait));
    }

    private sealed class ByLength : RoutingLogic
    {
        public override Routee Select(object message, Routee[] routees) => routees[((string)message).Length];
    }
}
