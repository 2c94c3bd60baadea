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

    private const int Format = 1;
    private const long BytesMax = 64 << 20;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Where it was read from; null: it was not.</summary>
    public string? File { get; private init; }

    /// <summary>What the environment asks to replay, if it is of this test.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read, or is none of these.</exception>
    public static SavedSchedule? Asked(TestIdentity test)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } file)
            return null;
        var saved = Load(file);
        return saved.Test == test.Name ? saved : null;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It cannot be read, or is none of these.</exception>
    public static SavedSchedule Load(string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > BytesMax })
                throw new InvalidDataException($"{file} is larger than {BytesMax >> 20} MiB.");
            var content = JsonSerializer.Deserialize<Content>(System.IO.File.ReadAllText(file), Json);
            return content is { Sim: Format }
                ? content.ToSaved(file)
                : throw new InvalidDataException($"{file} is no saved schedule of format {Format}.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{file}:{(wrong.LineNumber ?? 0) + 1} is no saved schedule: {OneLine.Of(wrong.Message)}", wrong);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{file} cannot be read: {unread.Message}", unread);
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
            System.IO.File.WriteAllText(file, JsonSerializer.Serialize(Content.Of(this), Json));
            return file;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The order of the parameters is that of the file. Paths hold no space: a step is a place, a space, and a message.
    private sealed record Content(
        int Sim,
        string Test,
        string Property,
        string Detail,
        string Strategy,
        ulong Seed,
        long Schedule,
        int StepsFound,
        ulong ActorSeed,
        Timing Timing,
        IReadOnlyList<string> Steps)
    {
        public static Content Of(SavedSchedule saved) => new(
            Format,
            saved.Test,
            saved.Failure.Property,
            saved.Failure.Detail,
            saved.Strategy,
            saved.Seed,
            saved.Number,
            saved.FoundSteps,
            saved.Schedule.Seed,
            saved.Schedule.Timing,
            [.. saved.Schedule.Steps.Select(step => step.ToString())]);

        public SavedSchedule ToSaved(string file) => new(
            Test,
            Strategy,
            Seed,
            Schedule,
            StepsFound,
            new Failure(Property, Detail),
            new Schedule(ActorSeed, Timing, [.. Steps.Select((step, i) => StepOf(step, i, file))]))
        {
            File = file,
        };

        private static ScheduledStep StepOf(string step, int index, string file) => step.IndexOf(' ') is var at and > 0
            ? new ScheduledStep(step[..at], step[(at + 1)..])
            : throw new InvalidDataException($"{file}: step {index + 1} is '{step}'; it must be a place, a space, and a message.");
    }
}
