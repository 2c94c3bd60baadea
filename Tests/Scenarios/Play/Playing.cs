using System.Text.Json;
using Sim.Scenarios.Commands;

namespace Sim.Tests.Scenarios.Play;

/// <summary>Runs the command line in this process, and keeps what it printed.</summary>
internal sealed record Playing(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<Playing> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await SimCommand.RunAsync(args, output, error);
        return new Playing(exitCode, output.ToString(), error.ToString());
    }
}
