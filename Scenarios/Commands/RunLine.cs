using Sim.Scenarios.Run;

namespace Sim.Scenarios.Commands;

/// <summary>The line that runs a scenario again. Keys stay out of it, and so does what only writes: the outputs.</summary>
public static class RunLine
{
    /// <summary>Writes the line.</summary>
    public static string Of(RunOptions options)
    {
        var line = new ShellLine("sim", "run").Add(options.Scenario);
        foreach (var set in options.Sets)
            line.Add("--set", set);
        return line
            .Add("--policy", options.Policy)
            .Add("--engines", options.Engines)
            .Add("--refresh-every", options.RefreshEvery)
            .Add("--mode", options.IsVirtual ? null : "parallel")
            .Add("--seed", options.Seed)
            .AddSecret("--session-key", options.SessionKey)
            .ToString();
    }
}
