using System.Text.Json;
using System.Text.Json.Serialization;
using Akka.Actor;

namespace Sim.Actors.Serialization;

// A reference is written as its path, under the address at which the receiver reaches the system.
internal sealed class ActorRefConverter(ExtendedActorSystem system) : JsonConverter<IActorRef>
{
    // No null in a list, which the annotations of its elements do not forbid.
    public override bool HandleNull => true;

    public override IActorRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? system.Provider.ResolveActorRef(reader.GetString()!)
            : throw new JsonException("A reference is the text of a path.");

    public override void Write(Utf8JsonWriter writer, IActorRef value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Akka.Serialization.Serialization.SerializedActorPath(value));
}
