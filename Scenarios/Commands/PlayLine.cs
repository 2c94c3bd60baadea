using Sim.Scenarios.Play;

namespace Sim.Scenarios.Commands;

/// <summary>The line that runs a playback again. Keys stay out of it, and so does what only writes: the outputs.</summary>
public static class PlayLine
{
    /// <summary>Writes the line.</summary>
    public static string Of(PlayOptions options)
    {
        var line = new ShellLine("sim", "play")
            .Add(options.File)
            .Add("--policy", options.Policy)
            .Add("--engines", options.Engines)
            .Add("--refresh-every", options.RefreshEvery)
            .Add("--mode", options.IsVirtual ? "virtual" : null)
            .Add("--seed", options.Seed)
            .Add("--verify", options.Verify)
            .AddSecret("--session-key", options.SessionKey);
        foreach (var key in options.Keys)
            line.AddSecret("--key", key);
        return line.ToString();
    }
}
