using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sim.Scenarios.Media;
using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml;
using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;

namespace Sim.Scenarios.Explore;

/// <summary>A failing schedule with all that it takes to run it again: docs/explore.md describes the file.</summary>
/// <param name="Scenario">The scenario, shrunk.</param>
/// <param name="Policy">Its policy.</param>
/// <param name="Seed">Seed of the keys and of what the clients draw.</param>
/// <param name="Schedule">The choices, and the seed of the faults that were placed.</param>
/// <param name="Failure">What is wrong.</param>
/// <param name="Origin">The line that found it.</param>
public sealed record FailureFile(
    Scenario Scenario, string Policy, ulong Seed, Schedule Schedule, Failure Failure, string Origin)
{
    private const int Format = 1;
    private const long BytesMax = 64 << 20;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Saves it.</summary>
    /// <exception cref="MediaException">It cannot be written.</exception>
    public void Save(string path)
    {
        var content = new Content(
            Format,
            Origin,
            Failure.Property,
            Failure.Detail,
            Policy,
            Seed,
            Schedule.Seed,
            Schedule.Timing == Timing.Model ? "model" : "any",
            ScenarioWriter.Write(Scenario),
            [.. Schedule.Steps.Select(step => $"{step.At} {step.Message}")]);
        using var output = AtomicOutput.Create(path);
        output.Write(JsonSerializer.SerializeToUtf8Bytes(content, Json));
        output.Write("\n"u8);
        output.Commit();
    }

    /// <summary>Reads one.</summary>
    /// <exception cref="UsageException">There is no such file, or it is none of these.</exception>
    public static FailureFile Load(string path)
    {
        var content = Read(path);
        if (content.Sim != Format)
            throw new UsageException($"{path}: sim: {content.Sim} is no format that is known; there is {Format}");
        return new FailureFile(
            ScenarioFile.Parse(content.Scenario, path, []),
            content.Policy,
            content.Seed,
            new Schedule(content.FaultSeed, TimingOf(content.Timing, path), [.. content.Steps.Select((step, i) => StepOf(step, i, path))]),
            new Failure(content.Property, content.Detail),
            content.Origin);
    }

    private static Content Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > BytesMax })
                throw new UsageException($"{path}: is larger than {BytesMax >> 20} MiB");
            return JsonSerializer.Deserialize<Content>(File.ReadAllText(path, Encoding.UTF8), Json)
                ?? throw new UsageException($"{path}: is no saved failure");
        }
        catch (JsonException wrong)
        {
            throw new UsageException($"{path}:{(wrong.LineNumber ?? 0) + 1}: is no saved failure: {wrong.Message}");
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be read: {unread.Message}");
        }
    }

    private static Timing TimingOf(string timing, string path) => timing switch
    {
        "any" => Timing.Any,
        "model" => Timing.Model,
        _ => throw new UsageException($"{path}: timing: there is no timing '{timing}'; there are any and model"),
    };

    // Paths hold no space.
    private static ScheduledStep StepOf(string step, int index, string path) => step.IndexOf(' ') is var at and > 0
        ? new ScheduledStep(step[..at], step[(at + 1)..])
        : throw new UsageException($"{path}: steps: step {index + 1} is '{step}'; it must be a place, a space, and a message");

    private sealed record Content(
        int Sim,
        string Origin,
        string Property,
        string Detail,
        string Policy,
        ulong Seed,
        ulong FaultSeed,
        string Timing,
        string Scenario,
        ImmutableArray<string> Steps);
}
