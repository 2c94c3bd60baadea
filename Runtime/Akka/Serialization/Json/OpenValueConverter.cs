using System.Globalization;
using Akka.Actor;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Akka.Serialization.Json;

/// <summary>
/// Writes what stands where the declared type tells little: objects with the names of their types, and scalars that
/// JSON does not tell apart as an array of the type and the text.
/// </summary>
internal sealed class OpenValueConverter(ExtendedActorSystem system, Lazy<KnownTypes> types) : JsonConverter
{
    /// <summary>True for declared types that a surrogate or a scalar may stand behind.</summary>
    public static bool IsOpen(Type type) =>
        type == typeof(object) || type == typeof(ValueType) || type == typeof(Enum)
        || (type.IsInterface && !typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && !typeof(Util.ISurrogated).IsAssignableFrom(type));

    public override bool CanConvert(Type objectType) => IsOpen(objectType);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        switch (value)
        {
            case null or string or bool or long or double:
                writer.WriteValue(value);
                return;
        }

        var type = value is Type ? typeof(Type) : value.GetType();
        if (!IsScalar(type, serializer))
        {
            serializer.Serialize(writer, value, typeof(object));
            return;
        }

        types.Value.Add(type);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        serializer.Serialize(text, value, type);
        writer.WriteStartArray();
        writer.WriteValue(KnownTypes.NameOf(type));
        writer.WriteValue(text.ToString());
        writer.WriteEndArray();
    }

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.StartArray) return ReadScalar(reader, serializer);
        var isObject = reader.TokenType == JsonToken.StartObject;
        var read = serializer.Deserialize(reader, typeof(object));
        if (read is JToken || (read is null && isObject))
        {
            throw new JsonSerializationException("The data names no type, or an object that is not there.");
        }

        return SurrogateConverter.Restore(read, system);
    }

    private static bool IsScalar(Type type, JsonSerializer serializer) =>
        type == typeof(Type) || serializer.ContractResolver.ResolveContract(type) is JsonPrimitiveContract or JsonStringContract;

    private object? ReadScalar(JsonReader reader, JsonSerializer serializer)
    {
        var name = reader.ReadAsString() ?? "";
        var text = reader.ReadAsString() ?? "";
        if (!reader.Read() || reader.TokenType != JsonToken.EndArray) throw new JsonSerializationException("Expected a type and a text.");
        var type = types.Value.Find(name) ?? throw new JsonSerializationException($"The type [{name}] is not known here.");
        if (!IsScalar(type, serializer)) throw new JsonSerializationException($"The type [{name}] is not written as a text.");
        using var inner = new JsonTextReader(new StringReader(text));
        return serializer.Deserialize(inner, type);
    }
}
