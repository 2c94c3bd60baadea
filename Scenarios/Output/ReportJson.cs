using System.Text.Json;
using System.Text.Json.Serialization;
using Sim.Checkers;

namespace Sim.Scenarios.Output;

/// <summary>How reports are written as JSON.</summary>
internal static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new VerdictConverter() },
    };

    private sealed class VerdictConverter : JsonConverter<Verdict>
    {
        public override Verdict Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException("Reports are written, not read.");

        public override void Write(Utf8JsonWriter writer, Verdict verdict, JsonSerializerOptions options) =>
            writer.WriteStringValue(verdict.Name());
    }
}
