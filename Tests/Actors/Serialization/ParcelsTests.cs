using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.TestKit.Xunit2;
using Sim.Actors.Hosting;
using Sim.Actors.Serialization;
using Xunit;

namespace Sim.Tests.Actors.Serialization;

/// <summary>What a binary serializer gets to see, and may make.</summary>
public sealed class ParcelsTests() : TestKit(SimSettings.Reference())
{
    public static TheoryData<Type> Listed() => [.. MessageTypes.All.Select(entry => entry.Type)];

    [Theory]
    [MemberData(nameof(Listed))]
    public void Message_is_in_its_parcel(Type type)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var message = new SampleMessages(seed, [TestActor, CreateTestProbe()]).Of(type);
            var system = (ExtendedActorSystem)Sys;

            var packed = Akka.Serialization.Serialization.WithTransport(system, () => Parcels.Pack(message));

            Assert.IsType(Parcels.PackedType(type), packed);
            var json = Sys.Serialization.FindSerializerFor(message);
            Assert.Equal(json.ToBinary(message), json.ToBinary(Parcels.Open(packed, system)));
        }
    }

    [Theory]
    [MemberData(nameof(Listed))]
    public void Parcel_is_made_of_nothing_but_plain_types(Type type)
    {
        var packed = Parcels.PackedType(type);

        Assert.True(PlainTypes.IsAllowed(packed));
        Assert.All(packed.GetProperties().Where(property => property.GetMethod!.IsStatic is false), property =>
        {
            var member = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            Assert.True(member.IsPrimitive || member == typeof(string) || PlainTypes.IsAllowed(member), $"{packed.Name}.{property.Name}");
        });
    }

    [Theory]
    [InlineData(typeof(object))]
    [InlineData(typeof(Type))]
    [InlineData(typeof(Exception))]
    [InlineData(typeof(Action))]
    [InlineData(typeof(IActorRef))]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(object[]))]
    [InlineData(typeof(FileInfo))]
    [InlineData(typeof(System.Diagnostics.Process))]
    [InlineData(typeof(Sim.Hardware.Crypto.SessionKey))]
    [InlineData(typeof(Sim.Hardware.Sessions.NegotiateKey))]
    [InlineData(typeof(Sim.Hardware.Sessions.DecryptionBlt))]
    public void Any_other_class_is_refused(Type type) => Assert.False(PlainTypes.IsAllowed(type));

    [Fact]
    public void Each_plain_class_has_one_place() => Assert.Equal(PlainTypes.All.Length, PlainTypes.All.Distinct().Count());

    [Fact]
    public void Parcel_with_a_missing_member_is_refused()
    {
        var hollow = RuntimeHelpers.GetUninitializedObject(typeof(Parcels.EnginesParcel));

        Assert.Throws<ArgumentNullException>(() => Parcels.Open(hollow, (ExtendedActorSystem)Sys));
        Assert.Throws<ArgumentException>(() => Parcels.Open(new Parcels.RefreshStartedParcel(1, new byte[3]), (ExtendedActorSystem)Sys));
    }
}
