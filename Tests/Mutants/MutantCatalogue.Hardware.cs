using Akka.Actor;
using Sim.Checkers;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Broken;
using Sim.Tests.Mutants.Engines;
using Sim.Tests.Mutants.Policies;
using Sim.Tests.Mutants.Sessions;
using Sim.Tests.Mutants.Slots;
using Sim.Tests.Mutants.World;

namespace Sim.Tests.Mutants;

// Wrong policies, slots, markers and engines.
internal static partial class MutantCatalogue
{
    private static Mutant[] Drains() =>
    [
        new("skips-barrier", "nothing is held: every key switch opens at once",
            Workload.Refresh, [Drain], [nameof(DrainOrder)], Policy(_ => new NoDrainPolicy())),
        new("counts-one-less", "the barrier opens while one job is in flight",
            Workload.Refresh, [Drain], [nameof(DrainOrder)], Policy(right => new CountsOneLess(right))),
        new("waits-for-newest-job", "the barrier opens when the newest job in flight has ended, though an older one runs",
            Workload.Refresh, [Drain], [nameof(DrainOrder)], Policy(right => new WaitsForNewestJob(right))),
        new("counts-jobs-at-start", "the barrier waits for what was in flight at Start, not at Finish",
            Workload.Refresh, [Drain], [nameof(DrainOrder)], Policy(right => new CountsJobsAtStart(right))),
        new("releases-all-at-first-opening", "everything that is held goes on when the first of several barriers opens",
            Workload.Storm, [Drain], [nameof(DrainOrder)], Policy(right => new ReleasesAllAtFirstOpening(right))),
        new("holds-on-stack", "what is held goes on in reverse order",
            Workload.Storm, [Drain], [nameof(MonotonicEpoch), nameof(DrainOrder)], Policy(_ => new HoldsOnStack())),
        new("tells-last-opening-only", "of several barriers that open at once only the last is told",
            Workload.Storm, [Drain], [nameof(BarrierOpens)], Policy(right => new TellsLastOpeningOnly(right))),
        new("waits-for-held-jobs", "the barrier waits for the jobs that are held behind it",
            Workload.Refresh, [Drain], [nameof(BarrierOpens), nameof(EveryJobEnds)], Policy(right => new WaitsForHeldJobs(right))),
        new("waits-for-other-sessions", "the jobs of all sessions count, and nobody looks again when another's end",
            Workload.Refresh, [Drain], [nameof(BarrierOpens)], OneCount),
        new("misses-wake-up", "a Finish that finds nothing in flight waits for the next ending",
            Workload.Refresh, [Drain], [nameof(BarrierOpens)], Policy(right => new MissesWakeUp(right))),
        new("counts-no-aborts", "an aborted job still counts as in flight",
            Workload.Faults, [Drain], [nameof(BarrierOpens)], AbortsCounted(times: 0)),
        new("counts-aborts-twice", "an aborted job counts as two endings",
            Workload.Faults, [Drain], [nameof(DrainOrder)], AbortsCounted(times: 2)),
    ];

    private static Mutant[] KeySlots() =>
    [
        new("frees-slot-at-finish", "the slot of the old key is given up at Finish, not at the last ending",
            Workload.Refresh, [Slots], [nameof(SlotFreedAfterLastUse)], Session(right => new FreesSlotAtFinish(right))),
        new("frees-slot-at-first-ending", "the slot is given up at any ending, not at the last",
            Workload.FewSlots, [Slots], [nameof(SlotFreedAfterLastUse)], Session(right => new FreesSlotAtFirstEnding(right))),
        new("frees-slot-with-newest-job", "the slot is zeroed when the newest job that uses it has ended, though an older one runs",
            Workload.Refresh, [Slots], [nameof(SlotFreedAfterLastUse)], Session(right => new FreesSlotWithNewestJob(right))),
        new("frees-slot-of-next-epoch", "the slot that is zeroed is that of the epoch after",
            Workload.Refresh, [Slots], [nameof(SlotFreedAfterLastUse)], Session(right => new FreesSlotOfNextEpoch(right))),
        new("uses-slot-of-old-epoch", "a job is handed out with the slot of the epoch before",
            Workload.Refresh, [Slots], [nameof(SlotFreedAfterLastUse)], Session(right => new UsesSlotOfOldEpoch(right))),
        new("drops-grant-of-old-epoch", "a slot for an epoch that is over is ignored, though jobs are held for it",
            Workload.FewSlots, [Slots], [nameof(EveryJobEnds)], Session(right => new DropsGrantOfOldEpoch(right))),
        new("keeps-grant-after-loss", "a slot that comes after the key was lost is never given back",
            Workload.LoseKey, [Slots], [nameof(EveryJobEnds)], Session(right => new KeepsGrantAfterLoss(right))),
        new("does-not-ask-again", "a slot that was given back to another session is not asked for again",
            Workload.FewSlots, [Slots], [nameof(EveryJobEnds)], Session(right => new DoesNotAskAgain(right))),
        new("leaves-retired-key", "the slot of an epoch that is over is freed with the key in it",
            Workload.Refresh, [Slots], [nameof(NoKeyInTwoSlots)], Table((right, _) => new LeavesRetiredKey(right))),
        new("evicts-unwiped", "an idle slot is given to another key without being wiped",
            Workload.FewSlots, [Slots], [nameof(NoKeyInTwoSlots)], Table((right, _) => new EvictsUnwiped(right))),
        new("skips-programming", "an evicted slot is granted before the new key is in it",
            Workload.FewSlots, [Slots], [nameof(NoKeyInTwoSlots), nameof(SlotFreedAfterLastUse)],
            Table((right, _) => new SkipsProgramming(right))),
        new("programs-second-slot", "a key that is in an idle slot is written into another one",
            Workload.Refresh, [Slots], [nameof(NoKeyInTwoSlots)], Table((right, slots) => new ProgramsSecondSlot(right, slots))),
        new("evicts-referenced", "who finds no idle slot gets one that is in use",
            Workload.FewSlots, [Slots], [nameof(SlotFreedAfterLastUse)], Table((right, _) => new EvictsReferenced(right))),
        new("hashes-slots", "a slot is computed from the key's number, and nobody looks whether it is taken",
            Workload.Refresh, [Slots], [nameof(NoKeyInTwoSlots)], Table((_, slots) => new HashesSlots(slots))),
        new("never-idles", "a slot that is given back stays referenced until its epoch is over",
            Workload.FewSlots, [Slots], [nameof(EveryJobEnds)], Table((right, _) => new NeverIdles(right))),
        new("serves-the-dead", "a session that is gone stays in the line and is granted a slot",
            Workload.Close, [Slots], [nameof(EveryJobEnds)], Table((right, _) => new ServesTheDead(right))),
    ];

    private static Mutant[] Markers() =>
    [
        new("skips-first-engine", "one engine gets no marker",
            Workload.Refresh, [Marker], [nameof(BarrierOpens)], Untagged(right => new SkipsFirstEngine(right))),
        new("skips-idle-engines", "an engine without a job of the session is taken to have switched",
            Workload.Refresh, [Marker], [nameof(EpochAtSubmission)], Untagged(right => new SkipsIdleEngines(right))),
        new("marks-at-start", "markers go out with the Start, ahead of the old epoch's last jobs",
            Workload.Refresh, [Marker], [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            Untagged(right => new MarksAtStart(right))),
        new("marks-one-turn-late", "markers go out behind the new epoch's first job",
            Workload.Refresh, [Marker], [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            Untagged(right => new MarksOneTurnLate(right))),
        new("waits-for-lost-engine", "the barrier waits for an engine that has stopped for good",
            Workload.LostEngine, [Marker], [nameof(BarrierOpens)], Policy(right => new WaitsForLostEngine(right))),
        new("markers-overtake-jobs", "a marker goes to the head of an engine's queue",
            Workload.Faults, [Marker], [nameof(EpochAtSubmission)],
            policy => new MutantMachines(policy)
            {
                AroundEngine = (_, _) => new UntaggedRegisters(),
                MakeQueue = () => new MarkersFirst(),
            }),
        new("loses-markers-at-reset", "markers in an engine's queue are lost when it is reset",
            Workload.Faults, [Marker], [nameof(BarrierOpens)],
            policy => new MutantMachines(policy)
            {
                AroundEngine = (_, queue) => new LosesMarkersAtReset(new UntaggedRegisters(), queue),
            }),
        new("marks-again-after-reset", "an engine that was reset gets the marker of the job that it failed once more",
            Workload.Faults, [Marker], [nameof(EpochAtSubmission)], Untagged(right => new MarksAgainAfterReset(right))),
        new("loads-markers-late", "a marker loads the key of the marker before it",
            Workload.Refresh, [Marker], [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            Registers(() => new LoadsMarkersLate())),
        new("restores-first-keys-at-reset", "a reset brings back the key that each register held first",
            Workload.Faults, [Marker], [nameof(EpochAtSubmission)], Registers(() => new RestoresFirstKeysAtReset())),
        new("shares-register", "an engine has one key register for all sessions",
            Workload.Refresh, [Marker], [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            Registers(() => new SharesRegister())),
    ];

    private static Mutant[] Engines() =>
    [
        new("loads-key-late", "an engine starts each job with the session key of the job before",
            Workload.Refresh, Every, [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            policy => new MutantMachines(policy) { AroundEngine = (right, _) => new LoadsKeyLate(right) }),
        new("loses-queue-at-reset", "an engine's queue is empty after a reset",
            Workload.Faults, Every, [nameof(EveryJobEnds)],
            policy => new MutantMachines(policy) { AroundEngine = (right, queue) => new LosesQueueAtReset(right, queue) }),
        new("reverses-queue-at-reset", "an engine's queue goes on in reverse order after a reset",
            Workload.Faults, Every, [nameof(MonotonicFence)],
            policy => new MutantMachines(policy) { AroundEngine = (right, queue) => new ReversesQueueAtReset(right, queue) }),
        new("runs-again-after-reset", "the job that was aborted by a reset runs once more, into a buffer that is in use again",
            Workload.Faults, Every, [nameof(PlaintextMatches)],
            policy => new MutantMachines(policy) { AroundEngine = (right, queue) => new RunsAgainAfterReset(right, queue) }),
        new("starves-low-priorities", "urgent jobs always go first, and nothing guards the others",
            Workload.Starvation, Every, [nameof(BoundedOvertaking)],
            policy => new MutantMachines(policy) { MakeQueue = () => new Unguarded() }),
        new("resumes-failed-engine", "the pool resumes an engine that failed, without resetting it",
            Workload.Faults, Every, [nameof(EveryJobEnds)],
            policy => new MutantMachines(policy) { OnFailure = Directive.Resume }),
    ];

    private static Func<string, MutantMachines> Untagged(Func<ISessionMachine, ISessionMachine> around) =>
        policy => new MutantMachines(policy)
        {
            AroundSession = (right, _) => around(right),
            AroundEngine = (_, _) => new UntaggedRegisters(),
        };

    private static Func<string, MutantMachines> Registers(Func<UntaggedRegisters> make) =>
        policy => new MutantMachines(policy) { AroundEngine = (_, _) => make() };

    private static MutantMachines OneCount(string policy)
    {
        var shared = new SharedCount();
        return new MutantMachines(policy) { AroundPolicy = right => new WaitsForOtherSessions(right, shared) };
    }

    private static Func<string, MutantMachines> AbortsCounted(int times) => policy =>
    {
        var ending = new EndingKind();
        return new MutantMachines(policy)
        {
            AroundPolicy = right => new MiscountsAborts(right, ending, times),
            AroundSession = (right, _) => new NotesAborts(right, ending),
        };
    };
}
