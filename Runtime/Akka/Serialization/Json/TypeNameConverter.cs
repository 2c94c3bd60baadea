using Newtonsoft.Json;

namespace Akka.Serialization.Json;

/// <summary>Writes a type as its name, and reads it as far as <see cref="KnownTypes"/> goes.</summary>
internal sealed class TypeNameConverter(Lazy<KnownTypes> types) : JsonConverter
{
    public override bool CanConvert(Type objectType) => typeof(Type).IsAssignableFrom(objectType);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        types.Value.Add((Type)value!);
        writer.WriteValue(KnownTypes.NameOf((Type)value!));
    }

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null) return null;
        return reader.Value is string name
            ? types.Value.Find(name) ?? throw new JsonSerializationException($"The type [{name}] is not known here.")
            : throw new JsonSerializationException($"Expected the name of a type, found {reader.TokenType}.");
    }
}
