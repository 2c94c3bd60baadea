using Akka.Actor;
using Akka.Util;
using Newtonsoft.Json;

namespace Akka.Serialization.Json;

/// <summary>Lets surrogates travel in the place of what has them: references, paths, recipes, exceptions.</summary>
internal sealed class SurrogateConverter(ExtendedActorSystem system) : JsonConverter
{
    public override bool CanConvert(Type objectType) =>
        typeof(ISurrogated).IsAssignableFrom(objectType) || typeof(Exception).IsAssignableFrom(objectType);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        serializer.Serialize(writer, value is ISurrogated one ? one.ToSurrogate(system) : ExceptionSurrogate.Of((Exception)value!), typeof(object));

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        var read = Restore(serializer.Deserialize(reader, typeof(object)), system);
        return read is null || objectType.IsInstanceOfType(read)
            ? read
            : throw new JsonSerializationException($"Expected {objectType}, found {read.GetType()}.");
    }

    public static object? Restore(object? read, ActorSystem system) => read switch
    {
        ISurrogate surrogate => surrogate.FromSurrogate(system),
        ExceptionSurrogate surrogate => surrogate.Restore(),
        _ => read,
    };
}
