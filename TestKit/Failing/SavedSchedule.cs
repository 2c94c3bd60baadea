using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;
using Sim.Testing.Running;

namespace Sim.Testing.Failing;

/// <summary>A failing schedule of a test, as it is kept in a file.</summary>
/// <param name="Test">The test.</param>
/// <param name="Strategy">The strategy that found it.</param>
/// <param name="Seed">The seed of the exploration.</param>
/// <param name="Number">Its number in the exploration.</param>
/// <param name="FoundSteps">How many steps it had when it was found.</param>
/// <param name="Failure">How it fails.</param>
/// <param name="Schedule">Its steps, shrunk.</param>
internal sealed record SavedSchedule(
    string Test, string Strategy, ulong Seed, long Number, int FoundSteps, Failure Failure, Schedule Schedule)
{
    /// <summary>The environment variable that names a file to replay in the place of an exploration.</summary>
    public const string Variable = "SIM_REPLAY";

    private const int Version = 1;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Where it was read from.</summary>
    public string? File { get; private init; }

    /// <summary>What the environment asks to replay, if it is of this test.</summary>
    /// <exception cref="InvalidDataException">The file is none of ours.</exception>
    public static SavedSchedule? Asked(TestIdentity test)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } file)
            return null;
        var saved = Load(file);
        return saved.Test == test.Name ? saved : null;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file is none of ours.</exception>
    public static SavedSchedule Load(string file)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(System.IO.File.ReadAllText(file), Format);
            return content is { Sim: Version }
                ? content.ToSaved() with { File = file }
                : throw new InvalidDataException($"{file} is not a saved schedule of version {Version}.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{file} is not a saved schedule: {OneLine.Of(wrong.Message)}", wrong);
        }
    }

    /// <summary>Writes the file beside the test's assembly, in the place of an earlier one of the same test.</summary>
    /// <returns>The file; null when it cannot be written.</returns>
    public string? TrySave()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "schedules");
        var file = Path.Combine(folder, $"{string.Concat(Test.Split(Path.GetInvalidFileNameChars()))}.json");
        try
        {
            Directory.CreateDirectory(folder);
            System.IO.File.WriteAllText(file, JsonSerializer.Serialize(Content.Of(this), Format));
            return file;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The order of the parameters is that of the file.
    private sealed record Content(
        int Sim, string Test, string Property, string Detail, string Strategy, ulong Seed, long Number, int FoundSteps,
        ulong ActorSeed, Timing Timing, IReadOnlyList<Step> Steps)
    {
        public static Content Of(SavedSchedule saved) => new(
            Version, saved.Test, saved.Failure.Property, saved.Failure.Detail, saved.Strategy, saved.Seed, saved.Number,
            saved.FoundSteps, saved.Schedule.Seed, saved.Schedule.Timing,
            [.. saved.Schedule.Steps.Select(step => new Step(step.At, step.Message))]);

        public SavedSchedule ToSaved() => new(
            Test, Strategy, Seed, Number, FoundSteps, new Failure(Property, Detail),
            new Schedule(ActorSeed, Timing, [.. Steps.Select(step => new ScheduledStep(step.At, step.Message))]));
    }

    private sealed record Step(string At, string Message);
}
