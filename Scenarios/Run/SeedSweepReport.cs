using System.Collections.Immutable;
using System.Text.Json;
using Sim.Scenarios.Output;

namespace Sim.Scenarios.Run;

/// <summary>What a sweep over seeds has to say.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Policy">Key-switch policy.</param>
/// <param name="Seed">The first seed.</param>
/// <param name="Seeds">How many.</param>
/// <param name="Violated">In how many runs a property was violated.</param>
/// <param name="ViolatedSeeds">The first of them.</param>
/// <param name="TraceHashes">SHA-256 of the lines of seed and trace hash.</param>
public sealed record SeedSweepReport(
    string Scenario, string Policy, ulong Seed, long Seeds, int Violated, ImmutableArray<ulong> ViolatedSeeds, string TraceHashes)
{
    /// <summary>Most seeds that are named.</summary>
    public const int NamedMax = 10;

    /// <summary>This report as one JSON object.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Options);

    /// <summary>This report in a line for people.</summary>
    public string ToText() => FormattableString.Invariant(
        $"{Scenario}, policy {Policy}: {Seeds:N0} seeds from {Seed}, {Violated} violated{Named}; hash of all traces {TraceHashes}");

    private string Named => ViolatedSeeds.IsEmpty ? "" : $" (seeds {string.Join(", ", ViolatedSeeds)})";
}
