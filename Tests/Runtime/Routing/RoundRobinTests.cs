using Akka.Actor;
using Akka.Routing;
using Xunit;

namespace Sim.Tests.Runtime.Routing;

public sealed class RoundRobinTests : RouterTest
{
    [Fact]
    public async Task Routees_of_a_pool_take_turns()
    {
        var router = Sys.ActorOf(new RoundRobinPool(3).Props(Routee()));
        var answers = await Ask(router, "who", 9);
        Assert.Equal(3, answers.Distinct().Count());
        Assert.Equal(answers[..3], answers[3..6]);
        Assert.Equal(answers[..3], answers[6..]);
    }

    [Fact]
    public async Task Routees_of_a_group_take_turns()
    {
        foreach (var name in new[] { "a", "b" }) Sys.ActorOf(Routee(), name);
        var router = Sys.ActorOf(new RoundRobinGroup("/user/a", "/user/b").Props());
        var answers = await Ask(router, "who", 4);
        Assert.Equal(["a", "b"], answers[..2].Order());
        Assert.Equal(answers[..2], answers[2..]);
    }

    [Fact]
    public void Logic_goes_round_and_selects_nobody_when_there_is_nobody()
    {
        var routees = new[] { new Routee(), new Routee() };
        var logic = new RoundRobinRoutingLogic();
        Assert.Equal(
            [routees[0], routees[1], routees[0]], Enumerable.Range(0, 3).Select(_ => logic.Select("message", routees)));
        Assert.Same(Akka.Routing.Routee.NoRoutee, logic.Select("message", []));
    }
}
