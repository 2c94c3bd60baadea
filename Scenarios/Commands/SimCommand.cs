using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.Commands;

/// <summary>The command line: its verbs, and what the process returns.</summary>
public static class SimCommand
{
    private const int HelpWidth = 80;

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        RunAsync(args, output, error, ScenarioLibrary.Shipped);

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="scenarios">Where scenarios are found.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, IScenarioShelf scenarios)
    {
        var root = new RootCommand("Simulates GPU content protection: decrypt jobs on parallel engines while the session key is refreshed.");
        root.Add(PlayCommand.Create(output));
        root.Add(ListCommand.Create(output, scenarios));
        root.Add(RunCommand.Create(output, scenarios));
        root.Add(ExploreCommand.Create(output, scenarios));
        root.Add(ReplayCommand.Create(output));
        if (root.Options.OfType<HelpOption>().FirstOrDefault() is { Action: HelpAction help })
            help.MaxWidth = HelpWidth;
        // A name that begins with @ is a file like any other, not a list of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (Problem(parsed) is { } problem)
            return await FailureLine.ReportAsync(problem, error);

        // The library's own handling of signals ends the process at once when one comes before a command first waits.
        using var interruption = new Interruption();
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                interruption.Token);
        }
        catch (Exception failure)
        {
            return await FailureLine.ReportAsync(failure, error);
        }
    }

    // An unknown option would pass for a file name, and an unknown verb for a missing one: both are named here.
    private static string? Problem(ParseResult parsed)
    {
        var strays = parsed.CommandResult.Tokens.Select(token => token.Value).Concat(parsed.UnmatchedTokens).ToList();
        var mayBeOptions = parsed.Tokens.All(token => token.Type != TokenType.DoubleDash);
        if (mayBeOptions && strays.Find(stray => stray.Length > 1 && stray.StartsWith('-')) is { } option)
            return $"there is no option '{option}'";
        if (parsed.UnmatchedTokens is [var word, ..])
            return parsed.CommandResult.Command is RootCommand ? $"there is no verb '{word}'" : $"'{word}' is one argument too many";
        return parsed.Errors switch
        {
            // The library would name a .NET type here. All options that can fail on one value are numbers.
            [{ SymbolResult: OptionResult { Tokens: [var value] } number }, ..] =>
                $"{number.Option.Name}: '{value.Value}' is not a whole number within range",
            [var first, ..] => first.Message,
            _ => null,
        };
    }
}
