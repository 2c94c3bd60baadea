using Akka.Actor;
using Akka.Serialization;

namespace Sim.Tests.Runtime.Serialization;

/// <summary>Sends objects through the serializers of a system and back.</summary>
public abstract class SerializationTest(string config = "") : ActorTest(config)
{
    protected ExtendedActorSystem Extended => (ExtendedActorSystem)Sys;

    protected T RoundTrip<T>(T value)
    {
        var serializer = Sys.Serialization.FindSerializerFor(value);
        var bytes = Akka.Serialization.Serialization.WithTransport(Extended, () => serializer.ToBinary(value));
        return (T)Sys.Serialization.Deserialize(
            bytes, serializer.Identifier, Akka.Serialization.Serialization.ManifestFor(serializer, value));
    }
}
