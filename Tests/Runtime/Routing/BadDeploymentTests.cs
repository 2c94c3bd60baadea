using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;
using Xunit;

namespace Sim.Tests.Runtime.Routing;

/// <summary>What the stand-in refuses with a message that names the place.</summary>
public sealed class BadDeploymentTests
{
    [Theory]
    [InlineData("/a { router = no-such-pool }")]
    [InlineData("/a { router = round-robin-pool, nr-of-instances = many }")]
    [InlineData("/a { router = round-robin-pool, nr-of-instances = -1 }")]
    [InlineData("/a { router = round-robin-group, routees.paths = 1 }")]
    [InlineData("a { router = round-robin-pool }")]
    [InlineData("\"/**/a\" { router = round-robin-pool }")]
    [InlineData("\"/a//b\" { router = round-robin-pool }")]
    public void A_deployment_that_makes_no_sense_is_an_error_at_the_start(string deployment)
    {
        var failure = Assert.Throws<ConfigurationException>(() => ActorSystem.Create("bad", $"akka.actor.deployment {{ {deployment} }}"));
        Assert.Contains("akka.actor.deployment", failure.Message);
    }

    [Fact]
    public void Resizers_are_refused()
    {
        Assert.Throws<NotSupportedException>(() => new RoundRobinPool(1, new Fixed()));
        Assert.Throws<NotSupportedException>(() => new BroadcastPool(1).WithResizer(new Fixed()));
        Assert.Throws<NotSupportedException>(
            () => ActorSystem.Create("bad", "akka.actor.deployment { /a { router = round-robin-pool, resizer.enabled = on } }"));
    }

    private sealed class Fixed : Resizer
    {
        public override bool IsTimeForResize(long messageCounter) => false;

        public override int Resize(IEnumerable<Routee> currentRoutees) => 0;
    }
}
