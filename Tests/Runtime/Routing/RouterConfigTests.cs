using Akka.Actor;
using Akka.Dispatch;
using Akka.Routing;
using Akka.Util;
using Xunit;

namespace Sim.Tests.Runtime.Routing;

public sealed class RouterConfigTests : ActorTest
{
    private static readonly RouterConfig[] All =
    [
        new RoundRobinPool(2), new BroadcastPool(2), new SmallestMailboxPool(2), new RoundRobinPool(2).WithDispatcher("other"),
        new RoundRobinPool(2, null, SupervisorStrategy.StoppingStrategy, Dispatchers.DefaultDispatcherId, true),
        new RoundRobinGroup("/user/a"), new BroadcastGroup(["/user/a", "/user/b"], "other"),
        FromConfig.Instance,
    ];

    public static TheoryData<int> Indices() => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_surrogate_makes_an_equal_recipe(int index)
    {
        var config = All[index];
        var copy = config.ToSurrogate(Sys).FromSurrogate(Sys);
        Assert.Equal(config, copy);
        Assert.IsType(config.GetType(), copy);
    }

    [Fact]
    public void Recipes_of_other_kinds_or_sizes_are_not_equal()
    {
        foreach (var one in All)
        {
            foreach (var other in All) Assert.Equal(ReferenceEquals(one, other), one.Equals(other));
        }

        Assert.NotEqual(new RoundRobinPool(2), new RoundRobinPool(3));
        Assert.NotEqual(new RoundRobinGroup("a"), new RoundRobinGroup("b"));
    }

    [Fact]
    public void Props_carry_the_router()
    {
        var pool = new RoundRobinPool(2);
        var props = Scripted.Of((_, _) => { });
        Assert.IsType<NoRouter>(props.RouterConfig);
        Assert.Same(pool, props.WithRouter(pool).RouterConfig);
        Assert.Same(pool, pool.Props(props).WithDispatcher("other").RouterConfig);
        Assert.NotEqual(props, props.WithRouter(pool));
    }

    [Fact]
    public void A_strategy_of_a_fallback_counts_where_none_is_set()
    {
        var stopping = SupervisorStrategy.StoppingStrategy;
        var fallback = new RoundRobinPool(2).WithSupervisorStrategy(stopping);
        Assert.Same(stopping, ((Pool)new BroadcastPool(3).WithFallback(fallback)).SupervisorStrategy);
        var own = new OneForOneStrategy(_ => Directive.Resume);
        Assert.Same(own, ((Pool)new BroadcastPool(3).WithSupervisorStrategy(own).WithFallback(fallback)).SupervisorStrategy);
    }
}
