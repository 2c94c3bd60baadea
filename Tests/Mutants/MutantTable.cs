using System.Globalization;
using System.Text;
using Sim.Simulation.Exploration;
using Sim.Simulation.Strategies;
using Sim.Tests.Mutants.World;

namespace Sim.Tests.Mutants;

/// <summary>How many schedules each strategy needs until a mutant is first caught, by whichever property.</summary>
internal static class MutantTable
{
    private const int Seeds = 20;
    private const int SchedulesMax = 2000;

    private static readonly string[] Strategies = ["random", "pct:3", "pctcp:3", "pos"];

    /// <summary>Measures all mutants under all their policies, and writes the table.</summary>
    public static string Measure()
    {
        var rows = (
            from mutant in MutantCatalogue.All
            where mutant.IsViolent
            from policy in mutant.Policies
            select new Row(mutant, policy, [.. Strategies.Select(strategy => MedianOf(mutant, policy, strategy))])).ToArray();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"| mutant | policy | {string.Join(" | ", Strategies)} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"|---|---|{string.Concat(Strategies.Select(_ => "---:|"))}");
        foreach (var row in rows.Where(row => !row.IsImmediate))
            text.AppendLine(row.ToString());
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"""
            {rows.Count(row => !row.IsImmediate)} of {rows.Length} pairs of mutant and policy are in the table. The others are caught in the first
            schedule, with most seeds, whatever the strategy: they need no luck, only someone who looks.
            """);
        return text.ToString();
    }

    private static long? MedianOf(Mutant mutant, string policy, string strategy)
    {
        var found = new long[Seeds];
        for (var seed = 0; seed < Seeds; seed++)
        {
            var experiment = new MutantExperiment(mutant.Workload, () => mutant.Machines(policy), endsAtViolation: true);
            var report = Explorer.Explore(
                () => experiment,
                new ExplorationSettings(StrategyCatalog.Find(strategy)!) { Seed = (ulong)seed + 1, Schedules = SchedulesMax });
            found[seed] = report.Failure is { } failure ? failure.Number + 1 : long.MaxValue;
        }

        Array.Sort(found);
        // Of the two in the middle the larger.
        return found[Seeds / 2] is var median and not long.MaxValue ? median : null;
    }

    private sealed record Row(Mutant Mutant, string Policy, long?[] Medians)
    {
        public bool IsImmediate => Array.TrueForAll(Medians, median => median == 1);

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"| `{Mutant.Name}` | {Policy} | {string.Join(" | ", Medians.Select(Show))} |");

        private static string Show(long? median) =>
            median?.ToString(CultureInfo.InvariantCulture) ?? string.Create(CultureInfo.InvariantCulture, $">{SchedulesMax}");
    }
}
