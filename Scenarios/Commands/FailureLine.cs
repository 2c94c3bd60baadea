using Akka.Configuration;
using Sim.Scenarios.Media;
using Sim.Scenarios.Yaml;

namespace Sim.Scenarios.Commands;

/// <summary>Turns what ended a command into one line and an exit code.</summary>
public static class FailureLine
{
    /// <summary>Writes the line.</summary>
    /// <returns>2 for bad usage, bad input or output that cannot be written; 3 for a fault of sim itself.</returns>
    public static async Task<int> ReportAsync(Exception failure, TextWriter error)
    {
        switch (failure)
        {
            case UsageException or MediaException or ScenarioException or ConfigurationException or OperationCanceledException:
                return await ReportAsync(failure.Message, error);
            case IOException or UnauthorizedAccessException:
                // Files say by themselves what is wrong with them; what is left is the terminal, or the pipe in its place.
                return await ReportAsync($"standard output cannot be written: {failure.Message}", error);
            default:
                // A fault of ours: where it happened is worth more than brevity.
                await WriteAsync($"internal fault: {failure}", error);
                return ExitCode.Fault;
        }
    }

    /// <summary>Writes a line about bad usage or bad input.</summary>
    /// <returns>2.</returns>
    public static async Task<int> ReportAsync(string problem, TextWriter error)
    {
        await WriteAsync(string.Concat(problem.Select(character => char.IsControl(character) ? ' ' : character)), error);
        return ExitCode.BadInput;
    }

    private static async Task WriteAsync(string text, TextWriter error)
    {
        try
        {
            await error.WriteLineAsync($"sim: {text}");
        }
        catch (Exception unheard) when (unheard is IOException or UnauthorizedAccessException)
        {
            // Standard error is closed or full: the exit code is all that is left to tell with.
        }
    }
}
