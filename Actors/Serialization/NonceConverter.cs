using System.Text.Json;
using System.Text.Json.Serialization;
using Sim.Hardware.Crypto;

namespace Sim.Actors.Serialization;

// 32 hexadecimal digits, as the trace has it.
internal sealed class NonceConverter : JsonConverter<SessionKeyNonce>
{
    public override SessionKeyNonce Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<byte> bytes = stackalloc byte[SessionKeyNonce.Size];
        if (reader.TokenType != JsonTokenType.String
            || reader.GetString() is not { Length: 2 * SessionKeyNonce.Size } text
            || Convert.FromHexString(text, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            throw new JsonException("A random number is 32 hexadecimal digits.");
        }

        return SessionKeyNonce.Read(bytes);
    }

    public override void Write(Utf8JsonWriter writer, SessionKeyNonce value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
