using System.Text.Json;
using System.Text.Json.Serialization;
using Sim.Checkers;

namespace Sim.Scenarios.Output;

/// <summary>What one run has to say; with <c>--json</c> this is what is printed.</summary>
public sealed record RunReport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new VerdictConverter() },
    };

    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>parallel or virtual.</summary>
    public required string Mode { get; init; }

    /// <summary>Key-switch policy.</summary>
    public required string Policy { get; init; }

    /// <summary>Engines in the pool.</summary>
    public required int Engines { get; init; }

    /// <summary>Seed of the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Samples of the file, clear ones included.</summary>
    public required long Samples { get; init; }

    /// <summary>Samples whose clear bytes were compared with a checksum.</summary>
    public required long SamplesVerified { get; init; }

    /// <summary>Jobs accepted.</summary>
    public required long Jobs { get; init; }

    /// <summary>Their bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Refreshes accepted.</summary>
    public required long Refreshes { get; init; }

    /// <summary>Jobs completed.</summary>
    public required long Completed { get; init; }

    /// <summary>Jobs aborted.</summary>
    public required long Aborted { get; init; }

    /// <summary>Jobs refused.</summary>
    public required long Refused { get; init; }

    /// <summary>Misuse events.</summary>
    public required long Misuse { get; init; }

    /// <summary>How often properties were violated.</summary>
    public required long ViolationCount { get; init; }

    /// <summary>Violations, the first few of each property.</summary>
    public required IReadOnlyList<ViolationReport> Violations { get; init; }

    /// <summary>Each property's verdict.</summary>
    public required IReadOnlyDictionary<string, Verdict> Properties { get; init; }

    /// <summary>From the acceptance of a key switch to its opening.</summary>
    public required BarrierReport Barrier { get; init; }

    /// <summary>From a job's acceptance until it goes to an engine.</summary>
    public required StallReport Stall { get; init; }

    /// <summary>Wall-clock seconds from the start of the device to the end of its session.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>Virtual seconds; null in parallel mode.</summary>
    public required double? VirtualSeconds { get; init; }

    /// <summary>Bytes of jobs, in millions, per elapsed second.</summary>
    [JsonPropertyName("throughputMBps")]
    public required double ThroughputMBps { get; init; }

    /// <summary>Hash of the trace; null in parallel mode.</summary>
    public required string? TraceHash { get; init; }

    /// <summary>The clear file, if one was asked for and written.</summary>
    public required string? Output { get; init; }

    /// <summary>This report as one JSON object.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private sealed class VerdictConverter : JsonConverter<Verdict>
    {
        public override Verdict Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException("Reports are written, not read.");

        public override void Write(Utf8JsonWriter writer, Verdict verdict, JsonSerializerOptions options) =>
            writer.WriteStringValue(verdict.Name());
    }
}
