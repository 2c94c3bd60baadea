using System.Collections.Immutable;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.Explore;

/// <summary>
/// Which engine or session a fault of the budget strikes is drawn from a seed, and so is no choice of a search. One that is to try
/// everything has to try a seed for each way of choosing targets.
/// </summary>
public static class FaultTargets
{
    /// <summary>Most ways that are tried, counted with the order of the faults.</summary>
    public const int WaysMax = 1024;

    /// <summary>Seeds that draw every way once, where faults that do the same are alike; null: there are too many.</summary>
    /// <param name="faults">The faults.</param>
    /// <param name="first">The first seed; the others are the next that draw something new.</param>
    public static ImmutableArray<ulong>? SeedsOf(ImmutableArray<BudgetFault> faults, ulong first)
    {
        var ordered = 1L;
        foreach (var fault in faults)
        {
            if ((ordered *= fault.Targets) > WaysMax)
                return null;
        }

        HashSet<string> wanted = [.. AllOf(faults).Select(Name)];
        var seeds = ImmutableArray.CreateBuilder<ulong>(wanted.Count);
        for (var seed = first; wanted.Count > 0; seed++)
        {
            if (wanted.Remove(Name(Drawn(faults, seed))))
                seeds.Add(seed);
        }

        return seeds.MoveToImmutable();
    }

    private static IEnumerable<(BudgetFault Fault, int Target)> Drawn(ImmutableArray<BudgetFault> faults, ulong seed) =>
        faults.Select((fault, number) => (fault, fault.Draw(seed, number, within: default).Target));

    // Counts through the targets as through the digits of a number.
    private static IEnumerable<IEnumerable<(BudgetFault Fault, int Target)>> AllOf(ImmutableArray<BudgetFault> faults)
    {
        var targets = new int[faults.Length];
        while (true)
        {
            yield return faults.Zip(targets);
            var place = 0;
            while (place < targets.Length && ++targets[place] == faults[place].Targets)
                targets[place++] = 0;
            if (place == targets.Length)
                yield break;
        }
    }

    private static string Name(IEnumerable<(BudgetFault Fault, int Target)> way) =>
        string.Join(' ', way.OrderBy(one => one.Fault.Action).ThenBy(one => one.Target).Select(one => $"{one.Fault.Action} {one.Target}"));
}
