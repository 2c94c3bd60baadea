using System.CommandLine;
using System.Text.Json;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.Commands;

/// <summary><c>sim list</c>.</summary>
public static class ListCommand
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where the list goes.</param>
    /// <param name="scenarios">What is listed.</param>
    public static Command Create(TextWriter output, IScenarioShelf scenarios)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object and nothing else." };
        var command = new Command("list", "Lists the scenarios: name, key-switch policies, modes, and what happens.") { json };
        command.SetAction(async (parsed, _) =>
        {
            Line[] all =
            [
                .. scenarios.All.Select(scenario => new Line(scenario.Name, scenario.Policies, scenario.Modes, FirstLine(scenario.Summary))),
                .. scenarios.Programs.Select(program => new Line(program.Name, program.Policies, program.Modes, FirstLine(program.Summary))),
            ];
            await output.WriteLineAsync(parsed.GetValue(json) ? JsonSerializer.Serialize(new { Scenarios = all }, Json) : ToText(all));
            return ExitCode.Held;
        });
        return command;
    }

    private static string ToText(Line[] all)
    {
        var names = Column(all, line => line.Name);
        var policies = Column(all, line => string.Join(",", line.Policies));
        var modes = Column(all, line => string.Join(",", line.Modes));
        return string.Join(Environment.NewLine, all.Select((line, i) =>
            $"{names[i]}  {policies[i]}  {modes[i]}  {FirstSentence(line.Summary)}".TrimEnd()));
    }

    private static string[] Column(Line[] all, Func<Line, string> text)
    {
        var texts = all.Select(text).ToArray();
        var width = texts.Select(one => one.Length).DefaultIfEmpty().Max();
        return [.. texts.Select(one => one.PadRight(width))];
    }

    // A summary is often one long line; what comes behind the first sentence is for those who open the file.
    private static string FirstSentence(string line)
    {
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line : line[..(end + 1)];
    }

    private static string FirstLine(string summary) => summary.TrimStart().Split('\n')[0].TrimEnd();

    private sealed record Line(string Name, IReadOnlyList<string> Policies, IReadOnlyList<string> Modes, string Summary);
}
