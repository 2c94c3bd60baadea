using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;
using Xunit;

namespace Sim.Tests.Runtime.Routing;

public sealed class RouterDeploymentTests() : RouterTest(
    """
    other-dispatcher { type = Dispatcher, throughput = 7 }
    akka.actor.deployment {
      /pool { router = round-robin-pool, nr-of-instances = 4 }
      /all { router = broadcast-pool, nr-of-instances = 2 }
      /least { router = smallest-mailbox-pool, nr-of-instances = 2 }
      /group { router = round-robin-group, routees.paths = ["/user/a", "/user/b"] }
      /all-of-group { router = broadcast-group, routees.paths = ["/user/a", "/user/b"] }
      /from-code { router = from-code }
      /own-dispatcher { router = round-robin-pool, nr-of-instances = 1, pool-dispatcher { type = Dispatcher, throughput = 9 } }
      /plain { dispatcher = other-dispatcher }
      "/parent/*" { router = round-robin-pool, nr-of-instances = 3 }
      "/parent/known" { router = round-robin-pool, nr-of-instances = 1 }
      "/parent/**" { router = round-robin-pool, nr-of-instances = 5 }
      "/*/deep/router" { router = round-robin-pool, nr-of-instances = 6 }
    }
    """)
{
    [Theory]
    [InlineData("pool", 4)]
    [InlineData("all", 2)]
    [InlineData("least", 2)]
    public async Task A_pool_is_made_as_configured(string name, int size)
    {
        var router = Sys.ActorOf(Routee().WithRouter(FromConfig.Instance), name);
        Assert.Equal(size, (await ActorsOf(router)).Length);
    }

    [Theory]
    [InlineData("group")]
    [InlineData("all-of-group")]
    public async Task A_group_is_made_as_configured(string name)
    {
        foreach (var path in new[] { "a", "b" }) Sys.ActorOf(Routee(), path);
        var probe = NewProbe();
        var router = Sys.ActorOf(FromConfig.Instance.Props(), name);
        router.Tell(new Broadcast("who"), probe.Ref);
        Assert.Equal(["a", "b"], new[] { await probe.Next<string>(), await probe.Next<string>() }.Order());
    }

    [Fact]
    public async Task What_is_configured_counts_more_than_the_code()
    {
        var router = Sys.ActorOf(new RoundRobinPool(1).Props(Routee()), "pool");
        Assert.Equal(4, (await ActorsOf(router)).Length);
    }

    [Fact]
    public async Task From_code_leaves_the_router_to_the_code()
    {
        var router = Sys.ActorOf(new RoundRobinPool(3).Props(Routee()), "from-code");
        Assert.Equal(3, (await ActorsOf(router)).Length);
    }

    [Fact]
    public async Task An_actor_without_a_router_gets_none_from_the_configuration()
    {
        Assert.Equal("pool", await Sys.ActorOf(Routee(), "pool").Ask<string>("who", Wait));
    }

    [Fact]
    public void FromConfig_without_a_configuration_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Routee().WithRouter(FromConfig.Instance), "unknown"));

    [Fact]
    public async Task The_strategy_that_the_code_sets_on_FromConfig_counts()
    {
        var strategy = new OneForOneStrategy(_ => Directive.Resume);
        var router = Sys.ActorOf(Routee().WithRouter(FromConfig.Instance.WithSupervisorStrategy(strategy)), "pool");
        router.Tell(new Broadcast("more"));
        router.Tell(new Broadcast("fail"));
        for (var i = 0; i < 4; i++) Assert.Equal(1, await router.Ask<int>("count", Wait));
    }

    [Theory]
    [InlineData("any", 3)]
    [InlineData("known", 1)]
    public async Task A_name_goes_before_an_asterisk_and_an_asterisk_before_two(string name, int size)
    {
        var parent = Sys.ActorOf(Parent(), "parent");
        Assert.Equal(size, (await ActorsOf(await parent.Ask<IActorRef>(name, Wait))).Length);
    }

    [Fact]
    public async Task Two_asterisks_fit_every_actor_below()
    {
        var parent = Sys.ActorOf(Parent(), "parent");
        var child = await parent.Ask<IActorRef>(new Plain("middle"), Wait);
        Assert.Equal(5, (await ActorsOf(await child.Ask<IActorRef>("router", Wait))).Length);
    }

    [Fact]
    public async Task An_asterisk_fits_one_name_in_the_middle()
    {
        var top = Sys.ActorOf(Parent(), "top");
        var middle = await top.Ask<IActorRef>(new Plain("deep"), Wait);
        Assert.Equal(6, (await ActorsOf(await middle.Ask<IActorRef>("router", Wait))).Length);
    }

    [Fact]
    public async Task Routees_run_on_the_dispatcher_of_the_pool()
    {
        var router = Sys.ActorOf(DispatcherTeller().WithRouter(FromConfig.Instance), "own-dispatcher");
        Assert.Equal(9, await router.Ask<int>("throughput", Wait));
    }

    [Fact]
    public async Task A_plain_actor_runs_on_the_dispatcher_that_is_configured()
    {
        Assert.Equal(7, await Sys.ActorOf(DispatcherTeller(), "plain").Ask<int>("throughput", Wait));
    }

    private static Props DispatcherTeller() => Scripted.Of((_, self) => self.Sender.Tell(self.Cell.Dispatcher.Throughput));

    private static Props Parent() => Scripted.Of(Create);

    private static void Create(object message, Scripted self) => self.Sender.Tell(message is Plain plain
        ? self.Cell.ActorOf(Parent(), plain.Name)
        : self.Cell.ActorOf(Routee().WithRouter(FromConfig.Instance), (string)message));

    private sealed record Plain(string Name);
}
