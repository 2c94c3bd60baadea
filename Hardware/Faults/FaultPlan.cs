using System.Collections.Immutable;

namespace Sim.Hardware.Faults;

/// <summary>Everything that goes wrong at the engines of one run, by rule. The same plan and seed strike the same jobs of each engine.</summary>
/// <param name="Rules">The rules; of several that strike one job the first counts.</param>
/// <param name="Seed">Where the chances are drawn from.</param>
public sealed record FaultPlan(ImmutableArray<EngineFaultRule> Rules, ulong Seed)
{
    /// <summary>Nothing goes wrong.</summary>
    public static FaultPlan None { get; } = new([], 0);
}
