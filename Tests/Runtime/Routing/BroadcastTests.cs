using Akka.Actor;
using Akka.Routing;
using Xunit;

namespace Sim.Tests.Runtime.Routing;

public sealed class BroadcastTests : RouterTest
{
    [Fact]
    public async Task A_broadcast_pool_sends_each_message_to_all()
    {
        var probe = NewProbe();
        var router = Sys.ActorOf(new BroadcastPool(3).Props(Routee()));
        router.Tell("who", probe.Ref);
        Assert.Equal(3, new[] { await probe.Next<string>(), await probe.Next<string>(), await probe.Next<string>() }.Distinct().Count());
    }

    [Fact]
    public async Task A_broadcast_group_sends_each_message_to_all()
    {
        var probe = NewProbe();
        foreach (var name in new[] { "a", "b" }) Sys.ActorOf(Routee(), name);
        Sys.ActorOf(new BroadcastGroup("/user/a", "/user/b").Props()).Tell("who", probe.Ref);
        Assert.Equal(["a", "b"], new[] { await probe.Next<string>(), await probe.Next<string>() }.Order());
    }

    [Fact]
    public async Task The_message_Broadcast_makes_any_router_send_to_all_what_is_inside()
    {
        var probe = NewProbe();
        var router = Sys.ActorOf(new RoundRobinPool(2).Props(Routee()));
        router.Tell(new Broadcast("who"), probe.Ref);
        Assert.NotEqual(await probe.Next<string>(), await probe.Next<string>());
    }
}
