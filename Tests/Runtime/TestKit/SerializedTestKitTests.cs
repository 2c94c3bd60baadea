using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime.TestKit;

/// <summary>The kit works while messages and creators are checked.</summary>
public sealed class SerializedTestKitTests() : Akka.TestKit.Xunit2.TestKit(
    "akka { loglevel = OFF\n actor { serialize-messages = on\n serialize-creators = on } }")
{
    private sealed record Order(IActorRef ReplyTo, int Number);

    private sealed class Clerk : ReceiveActor
    {
        public Clerk(IActorRef log) => Receive<Order>(order =>
        {
            order.ReplyTo.Tell(order.Number);
            log.Tell(order);
        });
    }

    [Fact]
    public void Probes_and_test_actors_send_and_get_copies()
    {
        var probe = CreateTestProbe();
        var clerk = ActorOf(Props.Create(() => new Clerk(probe)), "clerk");
        clerk.Tell(new Order(probe, 7));
        probe.ExpectMsg(7);
        Assert.Equal(probe.Ref, probe.ExpectMsg<Order>().ReplyTo);
        clerk.Tell(new Order(TestActor, 8));
        ExpectMsg(8);
        Watch(clerk);
        Sys.Stop(clerk);
        ExpectTerminated(clerk);
    }
}
