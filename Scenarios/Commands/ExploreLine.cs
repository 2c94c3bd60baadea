using Sim.Scenarios.Explore;
using Sim.Simulation.Schedules;

namespace Sim.Scenarios.Commands;

/// <summary>The line that explores a scenario again.</summary>
public static class ExploreLine
{
    /// <summary>Writes the line.</summary>
    public static string Of(ExploreOptions options)
    {
        var line = new ShellLine("sim", "explore").Add(options.Run.Scenario);
        foreach (var set in options.Run.Sets)
            line.Add("--set", set);
        return line
            .Add("--strategy", options.Strategy)
            .Add("--timing", options.Timing == Timing.Model ? "model" : null)
            .Add("--schedules", options.Schedules)
            .Add("--policy", options.Run.Policy)
            .Add("--engines", options.Run.Engines)
            .Add("--refresh-every", options.Run.RefreshEvery)
            .Add("--seed", options.Run.Seed)
            .ToString();
    }
}
