using Sim.Scenarios.Output;
using Spectre.Console;

namespace Sim.Scenarios.Commands;

/// <summary>A progress bar on a terminal; nothing where output is redirected.</summary>
public static class PlayProgress
{
    /// <summary>Runs a playback and shows how far it is.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="play">The playback; it is given what to call with the bytes done and the bytes in all.</param>
    public static async Task<RunReport> ShowAsync(TextWriter output, Func<Action<long, long>, Task<RunReport>> play)
    {
        if (Console.IsOutputRedirected || !ReferenceEquals(output, Console.Out))
            return await play((_, _) => { });
        return await AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            var task = context.AddTask("playing");
            return await play((done, total) =>
            {
                task.MaxValue = Math.Max(1, total);
                task.Value = done;
            });
        });
    }
}
