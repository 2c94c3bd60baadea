using System.Runtime.Serialization;
using Akka.TestKit.Xunit2;
using Sim.Actors.Hosting;
using Sim.Actors.Serialization;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Actors.Serialization;

public sealed class InProcessSerializerTests() : TestKit(SimSettings.Reference())
{
    private static readonly KeyMarker Marker = new(1, 2, new SessionKey(DeviceRig.FirstKey));

    private InProcessSerializer Serializer => (InProcessSerializer)Sys.Serialization.FindSerializerFor(Marker);

    [Fact]
    public void The_object_itself_is_handed_over_and_its_bytes_tell_nothing()
    {
        var bytes = Serializer.ToBinary(Marker);

        Assert.Equal(sizeof(long), bytes.Length);
        Assert.Same(Marker, Sys.Serialization.Deserialize(bytes, InProcessSerializer.Number, ""));
    }

    [Fact]
    public void A_ticket_is_good_once()
    {
        var bytes = Serializer.ToBinary(Marker);
        Serializer.FromBinary(bytes, null);

        Assert.Throws<SerializationException>(() => Serializer.FromBinary(bytes, null));
    }

    [Fact]
    public void A_ticket_is_void_when_another_is_written()
    {
        var bytes = Serializer.ToBinary(Marker);
        Serializer.ToBinary(new KeyMarker(3, 4, Key: null));

        Assert.Throws<SerializationException>(() => Serializer.FromBinary(bytes, null));
    }

    [Fact]
    public void A_ticket_is_void_on_another_thread()
    {
        var bytes = Serializer.ToBinary(Marker);
        Exception? refused = null;
        var other = new Thread(() => refused = Record.Exception(() => Serializer.FromBinary(bytes, null)));
        other.Start();
        other.Join();

        Assert.IsType<SerializationException>(refused);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(9)]
    public void Anything_but_a_ticket_is_refused(int length)
    {
        Serializer.ToBinary(Marker);

        Assert.Throws<SerializationException>(() => Serializer.FromBinary(new byte[length], null));
    }

    [Fact]
    public void What_may_leave_the_process_is_not_handed_over() =>
        Assert.Throws<SerializationException>(() => Serializer.ToBinary(CloseSession.Instance));
}
