using System.Globalization;

namespace Sim.Simulation.Strategies;

/// <summary>The strategies by the names that a command line gives them.</summary>
public static class StrategyCatalog
{
    /// <summary>Deepest bug that a priority strategy aims at.</summary>
    public const int DepthMax = 64;

    /// <summary>The forms of the names.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["random", "pct:D", "pctcp:D", "pos", "mixed", "exhaustive"];

    /// <summary>Gives what makes a strategy for each worker, from the number of steps that a schedule has about; null when there is none of that name.</summary>
    /// <param name="name">A name of one of the <see cref="Forms"/>, D being 1 to <see cref="DepthMax"/>.</param>
    public static Func<int, IStrategy>? Find(string name) => name.Split(':') switch
    {
        ["random"] => _ => new RandomWalk(),
        ["pos"] => _ => new PrioritySampling(),
        ["mixed"] => steps => new Mixed(steps),
        ["exhaustive"] => _ => new Exhaustive(),
        ["pct", var depth] when TryDepth(depth, out var d) => steps => new PriorityChange(d, steps),
        ["pctcp", var depth] when TryDepth(depth, out var d) => steps => new ChainPriorityChange(d, steps),
        _ => null,
    };

    /// <summary>True for the strategy that needs the whole to itself: one worker, and no bound on schedules but the user's.</summary>
    public static bool IsExhaustive(string name) => name == "exhaustive";

    private static bool TryDepth(string text, out int depth) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out depth) && depth is >= 1 and <= DepthMax;
}
