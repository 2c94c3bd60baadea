using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime.Serialization;

/// <summary>References are written under the address at which the receiver reaches their system.</summary>
public sealed class TransportTests : SerializationTest
{
    private static readonly Address Outside = new("akka.tcp", "test", "host", 4053);

    [Fact]
    public void A_reference_is_written_as_its_path_with_the_incarnation()
    {
        var actor = Start((_, _) => { }, "a");
        var text = Akka.Serialization.Serialization.SerializedActorPath(actor);
        Assert.Equal($"akka://test/user/a#{actor.Path.Uid}", text);
        Assert.Equal(actor, Sys.Serialization.DeserializeActorRef(text));
        Assert.Equal("", Akka.Serialization.Serialization.SerializedActorPath(ActorRefs.NoSender));
    }

    [Fact]
    public void Within_a_transport_its_address_is_used()
    {
        var actor = Start((_, _) => { }, "a");
        var text = Akka.Serialization.Serialization.WithTransport(
            Sys, Outside, () => Akka.Serialization.Serialization.SerializedActorPath(actor));
        Assert.Equal($"akka.tcp://test@host:4053/user/a#{actor.Path.Uid}", text);
    }

    [Fact]
    public void The_transport_ends_with_the_action_and_inner_ones_keep_the_outer()
    {
        Assert.ThrowsAny<InvalidOperationException>(() => Akka.Serialization.Serialization.GetCurrentTransportInformation());
        Akka.Serialization.Serialization.WithTransport(Sys, Outside, () =>
        {
            Assert.Equal(Outside, Akka.Serialization.Serialization.WithTransport(
                Extended, () => Akka.Serialization.Serialization.GetCurrentTransportInformation().Address));
            return 0;
        });
        Assert.Throws<FormatException>(() => Akka.Serialization.Serialization.WithTransport<int>(Sys, Outside, () => throw new FormatException()));
        Assert.ThrowsAny<InvalidOperationException>(() => Akka.Serialization.Serialization.GetCurrentTransportInformation());
    }

    [Fact]
    public void A_serializer_writes_for_an_address()
    {
        var actor = Start((_, _) => { }, "a");
        var bytes = Sys.Serialization.FindSerializerFor(actor).ToBinaryWithAddress(Outside, actor);
        Assert.Contains("akka.tcp://test@host:4053/user/a", System.Text.Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void A_path_of_another_system_leads_to_the_dead_letters() =>
        Assert.Equal(Sys.DeadLetters, Sys.Serialization.DeserializeActorRef("akka://other/user/a"));
}
