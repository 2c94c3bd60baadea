using Spectre.Console;

namespace Sim.Scenarios.Commands;

/// <summary>A progress bar on a terminal; nothing where output is redirected.</summary>
public static class RunProgressBar
{
    /// <summary>Runs something and shows how far it is.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="what">What is done, in a word.</param>
    /// <param name="run">The run; it is given what to call with what is done and what there is in all.</param>
    public static async Task<T> ShowAsync<T>(TextWriter output, string what, Func<Action<long, long>, Task<T>> run)
    {
        if (Console.IsOutputRedirected || !ReferenceEquals(output, Console.Out))
            return await run((_, _) => { });
        return await AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            var task = context.AddTask(what);
            return await run((done, total) =>
            {
                task.MaxValue = Math.Max(1, total);
                task.Value = done;
            });
        });
    }
}
