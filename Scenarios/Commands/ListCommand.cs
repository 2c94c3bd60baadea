using System.CommandLine;
using System.Text.Json;
using Sim.Scenarios.Model;
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
            await output.WriteLineAsync(parsed.GetValue(json) ? ToJson(scenarios.All) : ToText(scenarios.All));
            return ExitCode.Held;
        });
        return command;
    }

    private static string ToJson(IReadOnlyList<Scenario> all) => JsonSerializer.Serialize(
        new { Scenarios = all.Select(scenario => new { scenario.Name, scenario.Policies, scenario.Modes, Summary = FirstLine(scenario) }) }, Json);

    private static string ToText(IReadOnlyList<Scenario> all)
    {
        var names = Column(all, scenario => scenario.Name);
        var policies = Column(all, scenario => string.Join(",", scenario.Policies));
        var modes = Column(all, scenario => string.Join(",", scenario.Modes));
        return string.Join(Environment.NewLine, all.Select((scenario, i) =>
            $"{names[i]}  {policies[i]}  {modes[i]}  {FirstSentence(scenario)}".TrimEnd()));
    }

    private static string[] Column(IReadOnlyList<Scenario> all, Func<Scenario, string> text)
    {
        var texts = all.Select(text).ToArray();
        var width = texts.Select(one => one.Length).DefaultIfEmpty().Max();
        return [.. texts.Select(one => one.PadRight(width))];
    }

    // A summary is often one long line; what comes behind the first sentence is for those who open the file.
    private static string FirstSentence(Scenario scenario)
    {
        var line = FirstLine(scenario);
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line : line[..(end + 1)];
    }

    private static string FirstLine(Scenario scenario) => scenario.Summary.TrimStart().Split('\n')[0].TrimEnd();
}
