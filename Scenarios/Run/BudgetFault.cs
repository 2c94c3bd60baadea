using System.Collections.Immutable;
using Sim.Hardware.Crypto;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

/// <summary>One fault of a scenario's budget.</summary>
/// <param name="Action">What happens.</param>
/// <param name="Targets">How many it may strike, of which it strikes one.</param>
public readonly record struct BudgetFault(FaultAction Action, int Targets)
{
    /// <summary>The faults of a budget, in the order in which they are armed.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="engines">Engines of the device.</param>
    /// <param name="sessions">Sessions.</param>
    public static ImmutableArray<BudgetFault> Of(ExploreSpec budget, int engines, int sessions) =>
    [
        .. Enumerable.Repeat(new BudgetFault(FaultAction.Crash, engines), budget.Crashes),
        .. Enumerable.Repeat(new BudgetFault(FaultAction.Hang, engines), budget.Hangs),
        .. Enumerable.Repeat(new BudgetFault(FaultAction.LoseKey, sessions), budget.KeyLosses),
        .. Enumerable.Repeat(new BudgetFault(FaultAction.Close, sessions), budget.Closes),
        .. Enumerable.Repeat(new BudgetFault(FaultAction.Teardown, Targets: 1), budget.Teardowns),
        .. Enumerable.Repeat(new BudgetFault(FaultAction.Suspend, Targets: 1), budget.Suspends),
    ];

    /// <summary>What is drawn for the fault: its target, from 0, and when it is due where due times bind.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="number">Its place in the budget, from 0.</param>
    /// <param name="within">The due time is drawn evenly from zero to this.</param>
    public (int Target, TimeSpan Due) Draw(ulong seed, int number, TimeSpan within)
    {
        Span<byte> draw = stackalloc byte[2 * sizeof(ulong)];
        NonceSource.Fill(seed, "explored-fault", number, draw);
        return ((int)JobContent.Even(draw, Targets - 1), TimeSpan.FromTicks(JobContent.Even(draw[sizeof(ulong)..], within.Ticks)));
    }
}
