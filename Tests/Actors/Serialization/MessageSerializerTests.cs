using System.Runtime.Serialization;
using System.Text;
using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Hosting;
using Sim.Actors.Serialization;
using Sim.Actors.Sessions;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Actors.Serialization;

public sealed class MessageSerializerTests() : TestKit(SimSettings.Reference())
{
    private const int Seeds = 50;

    private MessageSerializer Serializer => (MessageSerializer)Sys.Serialization.FindSerializerForType(typeof(Device.CreateSession));

    public static TheoryData<Type> Messages() => [.. ProtocolMessages.All];

    public static TheoryData<string, Type> Listed()
    {
        var rows = new TheoryData<string, Type>();
        foreach (var (name, type) in MessageTypes.All)
            rows.Add(name, type);
        return rows;
    }

    [Fact]
    public void Messages_are_found()
    {
        Assert.True(ProtocolMessages.All.Count >= 35, $"{ProtocolMessages.All.Count}");
        Assert.Contains(typeof(LatchedJob), ProtocolMessages.All);
        Assert.Contains(ProtocolMessages.All, type => type.Name == "WatchdogExpired");
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_is_on_the_list_or_says_that_it_is_not_written(Type type)
    {
        var isListed = MessageTypes.NameOf(type) is not null;
        var isExempt = typeof(INoSerializationVerificationNeeded).IsAssignableFrom(type) || typeof(IStaysInProcess).IsAssignableFrom(type);

        Assert.True(isListed != isExempt, isListed ? $"{type} is both" : $"{type} is neither");
    }

    [Theory]
    [MemberData(nameof(Listed))]
    public void Listed_message_comes_back_as_it_was(string name, Type type)
    {
        Assert.Contains(type, ProtocolMessages.All);
        IActorRef[] actors = [TestActor, CreateTestProbe(), CreateTestProbe()];
        for (var seed = 0; seed < Seeds; seed++)
        {
            var message = new SampleMessages(seed, actors).Of(type);

            var serializer = Assert.IsType<MessageSerializer>(Sys.Serialization.FindSerializerFor(message));
            var bytes = serializer.ToBinary(message);
            var copy = Sys.Serialization.Deserialize(bytes, serializer.Identifier, serializer.Manifest(message));

            Assert.Equal(name, serializer.Manifest(message));
            Assert.IsType(type, copy);
            Assert.All(type.GetProperties(), property => AssertSame(property.GetValue(message), property.GetValue(copy)));
            Assert.Equal(bytes, serializer.ToBinary(copy));
        }
    }

    [Fact]
    public void Name_is_written_with_members_and_values_by_name()
    {
        var message = new CryptoSession.JobAborted(3, 17, AbortReason.EngineHung);

        Assert.Equal("session.job-aborted", Serializer.Manifest(message));
        Assert.Equal("""{"session":3,"job":17,"reason":"EngineHung"}""", Encoding.UTF8.GetString(Serializer.ToBinary(message)));
    }

    [Theory]
    [InlineData("session.job-aborted-not")]
    [InlineData("")]
    [InlineData("Session.Job-Aborted")]
    [InlineData("System.IO.FileInfo, System.Private.CoreLib")]
    [InlineData("Sim.Actors.Sessions.CryptoSession+JobAborted, Sim.Actors")]
    public void Unknown_name_is_refused_even_if_it_is_that_of_a_class(string name)
    {
        var bytes = Serializer.ToBinary(new CryptoSession.JobAborted(3, 17, AbortReason.EngineHung));

        Assert.Throws<SerializationException>(() => Serializer.FromBinary(bytes, name));
        Assert.Throws<SerializationException>(() => Sys.Serialization.Deserialize(bytes, MessageSerializer.Number, name));
    }

    [Theory]
    [InlineData("""{"session":3,"job":17}""")]
    [InlineData("""{"session":3,"job":17,"reason":null}""")]
    [InlineData("""{"session":3,"job":17,"reason":4711}""")]
    [InlineData("""{"session":3,"job":17,"reason":"4711"}""")]
    [InlineData("""{"session":3,"job":17,"reason":"Tired"}""")]
    [InlineData("""{"session":3,"job":17,"reason":"EngineHung","more":1}""")]
    [InlineData("""{"$type":"System.IO.FileInfo","session":3,"job":17,"reason":"EngineHung"}""")]
    [InlineData("""{"session":3,"session":4,"job":17,"reason":"EngineHung"}""")]
    [InlineData("""{"session":99999999999,"job":17,"reason":"EngineHung"}""")]
    [InlineData("""{"session":{"session":{"session":{"session":{"session":3}}}},"job":17,"reason":"EngineHung"}""")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("[]")]
    public void Bytes_that_are_no_such_message_are_refused(string json) =>
        Assert.Throws<SerializationException>(() => Serializer.FromBinary(Encoding.UTF8.GetBytes(json), "session.job-aborted"));

    [Theory]
    [InlineData("device.session-created", """{"session":3,"ref":null}""")]
    [InlineData("device.session-created", """{"session":3,"ref":4}""")]
    [InlineData("pool.engines", """{"refs":null}""")]
    [InlineData("pool.engines", """{"refs":[null]}""")]
    [InlineData("session.refresh-started", """{"session":3,"nonce":"00"}""")]
    [InlineData("session.refresh-started", """{"session":3,"nonce":"0000000000000000000000000000000g"}""")]
    [InlineData("device.certificate", """{"publicKey":"?"}""")]
    public void Member_of_the_wrong_form_is_refused(string name, string json) =>
        Assert.Throws<SerializationException>(() => Serializer.FromBinary(Encoding.UTF8.GetBytes(json), name));

    [Theory]
    [MemberData(nameof(Listed))]
    public void Damaged_bytes_are_refused_or_some_message_of_the_class(string name, Type type)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var bytes = Serializer.ToBinary(new SampleMessages(seed, [TestActor]).Of(type));
            for (var damage = random.Next(1, 4); damage > 0; damage--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var cut = bytes[..random.Next(bytes.Length + 1)];

            foreach (var damaged in new[] { bytes, cut })
            {
                object? read = null;
                if (Record.Exception(() => read = Serializer.FromBinary(damaged, name)) is { } refused)
                    Assert.IsType<SerializationException>(refused);
                else
                    Assert.IsType(type, read);
            }
        }
    }

    [Fact]
    public void Too_large_a_message_is_neither_written_nor_read()
    {
        var large = new Device.Certificate(new byte[MessageSerializer.MaxBytes]);

        Assert.Throws<SerializationException>(() => Serializer.ToBinary(large));
        Assert.Throws<SerializationException>(
            () => Serializer.FromBinary(new byte[MessageSerializer.MaxBytes + 1], "device.certificate"));
    }

    [Fact]
    public void The_largest_pool_has_room()
    {
        var engines = Enumerable.Repeat(TestActor, EnginePoolSettings.MaxEngines).ToArray();

        Assert.InRange(Serializer.ToBinary(new EnginePool.Engines(engines)).Length, 1, MessageSerializer.MaxBytes / 4);
    }

    [Fact]
    public void What_is_not_listed_is_not_written()
    {
        Assert.Throws<SerializationException>(() => Serializer.ToBinary("text"));
        Assert.Throws<SerializationException>(() => Serializer.Manifest(new CryptoSession.NegotiateKeyExchange(new byte[256])));
    }

    [Fact]
    public void Names_are_short_and_each_stands_for_one_class()
    {
        Assert.Equal(MessageTypes.All.Length, MessageTypes.All.Select(entry => entry.Type).Distinct().Count());
        Assert.All(MessageTypes.All, entry => Assert.Matches("^[a-z]+\\.[a-z-]+$", entry.Name));
        Assert.All(MessageTypes.All, entry => Assert.Equal(entry.Type, MessageTypes.Find(entry.Name)));
    }

    [Fact]
    public void Hyperion_is_bound_to_the_same_messages()
    {
        Assert.Equal(BindingsOf("akka.json.hocon"), BindingsOf("akka.hyperion.hocon"));

        static IEnumerable<string> BindingsOf(string file) => ConfigurationFactory
            .ParseString(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)))
            .GetConfig("akka.actor.serialization-bindings").AsEnumerable().Select(binding => $"{binding.Key} = {binding.Value.GetString()}");
    }

    private static void AssertSame(object? expected, object? actual)
    {
        switch (expected)
        {
            case ReadOnlyMemory<byte> bytes:
                Assert.Equal(bytes.ToArray(), ((ReadOnlyMemory<byte>)actual!).ToArray());
                break;
            default:
                Assert.Equal(expected, actual);
                break;
        }
    }
}
