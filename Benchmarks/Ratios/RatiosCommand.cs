using Sim.Benchmarks.Crypto;
using Sim.Benchmarks.Pool;
using Sim.Benchmarks.Simulation;

namespace Sim.Benchmarks.Ratios;

/// <summary>The verb <c>ratios</c>: tables in which candidate and baseline take turns.</summary>
internal static class RatiosCommand
{
    public const string Verb = "ratios";

    private static readonly SortedDictionary<string, Action<TextWriter>> Suites = new(StringComparer.Ordinal)
    {
        ["crypto"] = CryptoRatios.Print,
        ["explore"] = ExplorationRatios.Print,
        ["pool"] = PoolRatios.Print,
        ["refresh"] = RefreshRatios.Print,
    };

    /// <summary>Prints the suites that are named, or all.</summary>
    /// <returns>0, or 2 when a name is unknown.</returns>
    public static int Run(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (Suites.ContainsKey(name))
                continue;
            Console.Error.WriteLine($"ratios: there is no '{name}'; there are {string.Join(", ", Suites.Keys)}");
            return 2;
        }

        foreach (var suite in names.Count == 0 ? [.. Suites.Keys] : names)
            Suites[suite](Console.Out);
        return 0;
    }
}
