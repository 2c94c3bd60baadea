using System.CommandLine;
using System.Text.Json;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Output;
using Sim.Simulation.Replaying;

namespace Sim.Scenarios.Commands;

/// <summary><c>sim replay</c>.</summary>
public static class ReplayCommand
{
    private const string Help =
        "Runs exactly the schedule of a saved failure again and shows it. Exit code 1 when the violation is there again, 0 when it is gone, "
        + "2 when the schedule does not fit any more, with the first step that does not.";

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where the account goes.</param>
    public static Command Create(TextWriter output)
    {
        var file = new Argument<string>("FAIL.json") { Description = "A failure that sim explore has saved." };
        var traceFile = new Option<string?>("--trace") { Description = "Write the trace here, as JSON Lines.", HelpName = "FILE.jsonl" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object and nothing else." };
        var command = new Command("replay", Help) { file, traceFile, json };
        command.SetAction(async (parsed, _) =>
        {
            var saved = FailureFile.Load(parsed.GetValue(file)!);
            using var trace = parsed.GetValue(traceFile) is { } path ? new TraceFile(path) : null;
            var replay = Run(saved, trace, parsed.GetValue(file)!);
            trace?.Commit();
            await output.WriteLineAsync(parsed.GetValue(json) ? ToJson(replay) : ToText(replay));
            return replay.IsReproduced ? ExitCode.Violated : ExitCode.Held;
        });
        return command;
    }

    private static ScenarioReplay Run(FailureFile saved, TraceFile? trace, string path)
    {
        try
        {
            return ScenarioReplay.Run(saved, trace);
        }
        catch (DivergenceException divergence)
        {
            throw new UsageException($"{path}: the schedule does not fit any more: {divergence.Message}");
        }
    }

    private static string ToJson(ScenarioReplay replay) => JsonSerializer.Serialize(
        new
        {
            Scenario = replay.Saved.Scenario.Name,
            Mode = "virtual",
            replay.Saved.Policy,
            replay.Saved.Schedule.Seed,
            replay.End.Steps,
            Reproduced = replay.IsReproduced,
            Violations = replay.End.Failure is { } failure
                ? new[] { new ViolationReport(failure.Property, failure.Detail) }
                : [],
        },
        ReportJson.Options);

    private static string ToText(ScenarioReplay replay)
    {
        var verdict = replay.End.Failure is { } failure
            ? $"violated: {failure.Property}: {failure.Detail}"
            : $"{replay.Saved.Failure.Property} holds: the violation is gone";
        return $"{replay.Account}\n{verdict}";
    }
}
