using Sim.Checkers;
using Sim.Tests.Mutants.Fences;
using Sim.Tests.Mutants.Sessions;
using Sim.Tests.Mutants.World;

namespace Sim.Tests.Mutants;

// Transfers in parts, the fences of engines, and versions that are right and come to nothing that matters.
internal static partial class MutantCatalogue
{
    private static Mutant[] Transfers() =>
    [
        new("asks-last-part-only", "a transfer is told as complete when the part that ends last is, though another was aborted",
            Workload.Transfers, Every, [nameof(EveryTransferEnds)], Session(right => new AsksLastPartOnly(right))),
        new("ends-transfer-with-last-in-order", "a transfer ends with the last of its parts in order, though another is still written",
            Workload.Transfers, Every, [nameof(EveryTransferEnds)], Session(right => new EndsTransferWithLastInOrder(right))),
        new("ends-transfer-twice", "the end of a transfer is told twice",
            Workload.Transfers, Every, [nameof(EveryTransferEnds)], Session(right => new EndsTransferTwice(right))),
        new("drops-last-part", "the last part of a transfer is lost before it is accepted",
            Workload.Transfers, Every, [nameof(EveryTransferEnds), nameof(PlaintextMatches)], Session(right => new DropsLastPart(right))),
        new("counts-no-lost-parts", "a part that is lost with its engine is not counted, and the end of its transfer not told",
            Workload.LostParts, Every, [nameof(EveryTransferEnds)], Session(right => new CountsNoLostParts(right))),
        new("accepts-parts-singly", "the parts of a transfer are accepted one by one, as many as there is room for",
            Workload.Transfers, Every, [nameof(EveryTransferEnds)], Session(right => new AcceptsPartsSingly(right))),
        new("lets-command-between-parts", "the last part of a transfer is accepted behind the client's next command",
            Workload.Transfers, Every, [nameof(PlaintextMatches)], Session(right => new LetsCommandBetweenParts(right))),
        new("restarts-counter-in-parts", "each part of a transfer begins where the transfer does in the key stream",
            Workload.Transfers, Every, [nameof(NoCounterReusePerKey), nameof(PlaintextMatches)],
            Session(right => new RestartsCounterInParts(right))),
    ];

    private static Mutant[] Waits() =>
    [
        new("clears-fence-at-reset", "a reset clears an engine's count of ended jobs, and what it is to be told at",
            Workload.Fences, Every, [nameof(MonotonicFence), nameof(WaitersAreTold)],
            policy => new MutantMachines(policy) { MakeCounter = () => new ClearedByReset() }),
        new("forgets-waits-at-reset", "an engine that was reset does not know any more that it is to tell somebody",
            Workload.Fences, Every, [nameof(WaitersAreTold)],
            policy => new MutantMachines(policy) { MakeCounter = () => new ForgetsWaitsAtReset() }),
        new("counts-abort-twice", "a job that a reset aborts counts as two endings on its engine",
            Workload.Fences, Every, [nameof(WaitersAreTold)],
            policy => new MutantMachines(policy) { MakeCounter = () => new CountsAbortTwice() }),
        new("tells-one-early", "a wait ends when the job before the one that is waited for has ended",
            Workload.Fences, Every, [nameof(WaitersAreTold)],
            policy => new MutantMachines(policy) { AroundFence = right => new TellsOneEarly(right) }),
        new("tells-first-waiter-only", "of several that wait for one value only the first is told",
            Workload.Fences, Every, [nameof(WaitersAreTold)],
            policy => new MutantMachines(policy) { AroundFence = right => new TellsFirstWaiterOnly(right) }),
        new("asks-engine-once", "an engine that has told its fence once is not asked for the next value",
            Workload.Fences, Every, [nameof(WaitersAreTold)],
            policy => new MutantMachines(policy) { AroundFence = right => new AsksOnce(right) }),
        new("keeps-waits-of-lost-engine", "who waits for an engine is not told that it is lost",
            Workload.LostFence, Every, [nameof(WaitersAreTold)],
            policy => new MutantMachines(policy) { AroundFence = right => new KeepsWaitsOfLost(right) }),
    ];

    private static Mutant[] Timid() =>
    [
        new("switches-when-idle", "a key switch waits outside the stream until no job is in flight, and all that the client asks behind it",
            Workload.Faults, Every, [nameof(BarrierMetHungEngine), nameof(OldAndNewInFlight)],
            Session(right => new SwitchesWhenIdle(right))),
        new("loses-key-when-settled", "the loss of a key is not heard while a random number or a key switch is pending",
            Workload.LoseKey, Every, [nameof(LostWhilePending)], Session(right => new LosesKeyWhenSettled(right))),
    ];
}
