using System.Text.Json;
using System.Text.Json.Serialization;
using Sim.Checkers;
using Sim.Scenarios.ClosedForm;

namespace Sim.Scenarios.Output;

/// <summary>What one run has to say; with <c>--json</c> this is what is printed.</summary>
public sealed record RunReport
{
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

    /// <summary>Samples of the file, clear ones included; null when no file was played.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Samples { get; init; }

    /// <summary>Samples whose clear bytes were compared with a checksum; null when no file was played.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SamplesVerified { get; init; }

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

    /// <summary>Wall-clock seconds: from the start of the device, or of the load that a scenario puts on it, to the end of the last session.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>Virtual seconds; null in parallel mode.</summary>
    public required double? VirtualSeconds { get; init; }

    /// <summary>Bytes of jobs, in millions, per elapsed second.</summary>
    [JsonPropertyName("throughputMBps")]
    public required double ThroughputMBps { get; init; }

    /// <summary>What formulas say beside what the run came to; null when no scenario was run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ClosedFormFigure>? ClosedForms { get; init; }

    /// <summary>Hash of the trace; null in parallel mode.</summary>
    public required string? TraceHash { get; init; }

    /// <summary>The clear file, if one was asked for and written.</summary>
    public string? Output { get; init; }

    /// <summary>For people: what happened where, drawn; null when the run is too long to draw.</summary>
    [JsonIgnore]
    public string? Lanes { get; init; }

    /// <summary>For people: what the jobs and barriers wait for that have not ended; null when all have.</summary>
    [JsonIgnore]
    public string? Waiting { get; init; }

    /// <summary>Reads what watched a run that is over.</summary>
    public static RunReport Of(RunIdentity run, RunMeter meter, PropertySet properties, TimeSpan elapsed) => new()
    {
        Scenario = run.Scenario,
        Mode = run.Mode,
        Policy = run.Policy,
        Engines = run.Engines,
        Seed = run.Seed,
        Jobs = meter.Jobs,
        Bytes = meter.Bytes,
        Refreshes = meter.Refreshes,
        Completed = meter.Completed,
        Aborted = meter.Aborted,
        Refused = meter.Refused,
        Misuse = meter.Misuse,
        ViolationCount = properties.Properties.Sum(property => property.Violations),
        Violations = [.. properties.Violations.Select(found => new ViolationReport(found.Property, found.Detail))],
        Properties = properties.Properties.ToDictionary(property => property.Name, property => property.Verdict),
        Barrier = BarrierReport.Of(meter.Barrier),
        Stall = StallReport.Of(meter.Stall),
        ElapsedSeconds = elapsed.TotalSeconds,
        VirtualSeconds = null,
        ThroughputMBps = elapsed > TimeSpan.Zero ? meter.Bytes / 1e6 / elapsed.TotalSeconds : 0,
        TraceHash = null,
    };

    /// <summary>This report with violations that no property found.</summary>
    public RunReport With(IReadOnlyCollection<ViolationReport> further) => this with
    {
        Violations = [.. Violations, .. further],
        ViolationCount = ViolationCount + further.Count,
    };

    /// <summary>This report as one JSON object.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Options);
}
