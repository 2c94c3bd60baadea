using System.Collections.Concurrent;
using Sim.Checkers;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Broken;
using Sim.Tests.Mutants.Sessions;
using Sim.Tests.Mutants.World;

namespace Sim.Tests.Mutants;

// Wrong session machines.
internal static partial class MutantCatalogue
{
    private static Mutant[] Keys() =>
    [
        new("switches-at-start", "the key changes at Start, and the Finish changes nothing",
            Workload.Refresh, Every, [nameof(PlaintextMatches)], Session(right => new SwitchesAtStart(right))),
        new("finishes-one-job-late", "the job behind a Finish still has the old key",
            Workload.Refresh, Every, [nameof(PlaintextMatches)], Session(right => new FinishesOneJobLate(right))),
        new("finish-overtakes-job", "the job in front of a Finish has the new key already",
            Workload.Refresh, Every, [nameof(PlaintextMatches)], Session(right => new FinishOvertakesJob(right))),
        new("keeps-first-number", "a second Start hands out a number, and the first one is applied",
            Workload.Misuse, Every, [nameof(PlaintextMatches)], Session(right => new KeepsFirstNumber(right))),
        new("applies-both-numbers", "the numbers of two Starts are both applied",
            Workload.Misuse, Every, [nameof(PlaintextMatches)], Session(right => new AppliesBothNumbers(right))),
        new("number-of-any-session", "the number is kept in one place for all sessions of the device",
            Workload.Refresh, Every, [nameof(PlaintextMatches)], SharedNumbers),
        new("refreshes-open-key", "the new key is computed from the open one, not from that of the Finish before",
            Workload.Storm, [Drain, Marker], [nameof(PlaintextMatches)], Session(right => new RefreshesOpenKey(right))),
        new("reads-number-at-opening", "the number is read when the barrier opens, after a later Start has replaced it",
            Workload.Storm, [Drain], [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            Session(right => new ReadsNumberAtOpening(right))),
        new("applies-number-twice", "the number is not cleared: a second Finish applies it again, and the old key is back",
            Workload.Misuse, Every, [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            Session(right => new AppliesNumberTwice(right))),
        new("counts-finish-without-start", "a Finish without a number begins an epoch with the same key",
            Workload.Misuse, Every, [nameof(EpochAtSubmission)], Session(right => new CountsFinishWithoutStart(right))),
        new("keeps-number-over-negotiation", "a negotiation does not drop the number that is pending",
            Workload.Misuse, Every, [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            Session(right => new KeepsNumberOverNegotiation(right))),
        new("arms-refused-start", "a Start that is refused leaves its number, and a Finish applies it",
            Workload.Storm, [Drain, Marker], [nameof(EpochAtSubmission)], Session(right => new ArmsRefusedStart(right))),
        new("looks-key-up-at-start", "the key is looked up when work starts, not latched at acceptance",
            Workload.Refresh, Every, [nameof(EpochAtSubmission), nameof(PlaintextMatches)], LateLatch),
        new("latches-at-release", "the key is latched when a held job goes on, not when it is accepted",
            Workload.Storm, [Drain], [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            Session(right => new LatchesAtRelease(right))),
        new("latches-again-after-reset", "a job that an engine failed is retried under the key of the day",
            Workload.Faults, Every, [nameof(EpochAtSubmission)], Session(right => new LatchesAgainAfterReset(right))),
        new("overwrites-key-at-finish", "one key register per session is overwritten at Finish under queued jobs",
            Workload.Refresh, Every, [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            Session(right => new OverwritesKeyAtFinish(right))),
        new("wipes-key-at-finish", "the old key is wiped at Finish, while jobs that latched it are queued",
            Workload.Refresh, Every, [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            Session(right => new WipesKeyAtFinish(right))),
        new("wipes-key-of-held-jobs", "the old key is wiped with the last job on an engine, though one is held",
            Workload.FewSlots, [Slots], [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            Session(right => new WipesKeyOfHeldJobs(right))),
        new("wipes-key-with-newest-job", "the old key is wiped when the newest job that latched it has ended, though an older one runs",
            Workload.Refresh, Every, [nameof(EpochAtSubmission), nameof(PlaintextMatches)],
            Session(right => new WipesKeyWithNewestJob(right))),
        new("keeps-wrapped-content-key", "a content key is not unwrapped anew after a refresh",
            Workload.Refresh, Every, [nameof(PlaintextMatches)], Session(right => new KeepsWrappedContentKey(right))),
        new("accepts-any-iv", "an IV that is not above the last one of its key is accepted",
            Workload.SessionKey, Every, [nameof(NoCounterReusePerKey)], Session(right => new AcceptsAnyIv(right))),
        new("accepts-any-block-count", "a block count that runs past 2^64 is accepted",
            Workload.SessionKey, Every, [nameof(NoCounterReusePerKey)], Session(right => new AcceptsAnyBlockCount(right))),
        new("forgets-ivs-at-start", "the IV history begins anew at Start, though the key is still the old one",
            Workload.SessionKey, Every, [nameof(NoCounterReusePerKey)], Session(right => new ForgetsIvsAtStart(right))),
        new("accepts-stale-wrap", "a content key that is wrapped for another epoch is unwrapped with the key in force",
            Workload.StaleWrap, Every, [nameof(PlaintextMatches)], Session(right => new AcceptsStaleWrap(right))),
    ];

    private static Mutant[] Streams() =>
    [
        new("tells-epoch-before-counting", "a Finish tells the epoch that it ends, not the one that it begins",
            Workload.Refresh, Every, [nameof(MonotonicEpoch)], Session(right => new TellsEpochBeforeCounting(right))),
        new("restarts-epochs-at-negotiation", "a negotiation counts epochs from 0 again",
            Workload.Misuse, Every, [nameof(MonotonicEpoch)], Session(right => new RestartsEpochsAtNegotiation(right))),
        new("gives-finish-no-position", "a Finish has the position of the command before it",
            Workload.Refresh, Every, [nameof(MonotonicEpoch)], Session(right => new GivesFinishNoPosition(right))),
        new("tells-check-value-of-old-key", "a key switch tells the check value of the key before",
            Workload.Refresh, Every, [nameof(EpochAtSubmission)], Session(right => new TellsCheckValueOfOldKey(right))),
        new("tells-old-epoch-at-opening", "a key switch tells the epoch that it ends",
            Workload.Refresh, Every, [nameof(MonotonicEpoch), nameof(BarrierOpens)],
            Session(right => new TellsOldEpochAtOpening(right))),
        new("opens-twice", "a barrier is told as open twice",
            Workload.Refresh, Every, [nameof(BarrierOpens)], Session(right => new OpensTwice(right))),
        new("opens-in-silence-when-idle", "a barrier that finds nothing to wait for is not told",
            Workload.Refresh, [Drain, Slots], [nameof(BarrierOpens)], Session(right => new OpensInSilenceWhenIdle(right))),
        new("takes-one-job-too-many", "the limit of unfinished jobs is compared with >, not >=",
            Workload.Storm, Every, [nameof(BoundedStash)], Limits(right => right with { Jobs = right.Jobs + 1 })),
        new("takes-one-refresh-too-many", "the limit of pending key switches is compared with >, not >=",
            Workload.Storm, [Drain, Marker], [nameof(BoundedStash)],
            Limits(right => right with { PendingRefreshes = right.PendingRefreshes + 1 })),
        new("counts-no-held-jobs", "held jobs do not count towards the limit",
            Workload.Storm, [Drain], [nameof(BoundedStash)], HeldUncounted),
    ];

    private static Mutant[] Jobs() =>
    [
        new("loses-answers-while-switching", "an engine's answer is lost when a key switch is pending",
            Workload.Refresh, [Drain, Marker], [nameof(EveryJobEnds)], Session(right => new LosesAnswersWhileSwitching(right))),
        new("completes-twice", "a job is told as completed twice",
            Workload.Refresh, Every, [nameof(OneEnding)], Session(right => new CompletesTwice(right))),
        new("aborts-refused-job", "a job that is refused as busy is aborted besides",
            Workload.Storm, Every, [nameof(OneEnding)], Session(right => new AbortsRefusedJob(right))),
        new("hands-out-twice", "a job goes to two engines",
            Workload.Refresh, Every, [nameof(PlaintextMatches)], Session(right => new HandsOutTwice(right))),
        new("takes-fault-for-completion", "a job that an engine failed counts as completed",
            Workload.Faults, Every, [nameof(PlaintextMatches)], Session(right => new TakesFaultForCompletion(right))),
        new("tells-no-fault", "a job that an engine failed is counted, and its ending not told",
            Workload.Faults, Every, [nameof(EveryJobEnds)], Session(right => new TellsNoFault(right))),
        new("retries-aborted-job", "a job is told as aborted and handed out again all the same",
            Workload.Faults, Every, [nameof(OneEnding)], Session(right => new RetriesAbortedJob(right))),
        new("ignores-lost-engine", "jobs on an engine that has stopped for good are waited for",
            Workload.LostEngine, Every, [nameof(EveryJobEnds)], Session(right => new IgnoresLostEngine(right))),
        new("ends-jobs-of-wrong-engine", "when an engine is lost the jobs of another one are ended",
            Workload.LostEngine, Every, [nameof(EveryJobEnds)], Session(right => new EndsJobsOfWrongEngine(right))),
        new("chooses-lost-engine", "an engine that has stopped for good still gets jobs",
            Workload.LostEngine, Every, [nameof(EveryJobEnds)], Session(right => new ChoosesLostEngine(right))),
    ];

    private static Mutant[] Ends() =>
    [
        new("close-leaves-held-jobs", "jobs that are held at the close never end",
            Workload.Close, [Drain, Slots], [nameof(EveryJobEnds)], Session(right => new LeavesHeldJobs<CloseSession>(right))),
        new("loss-leaves-held-jobs", "jobs that are held when the key is lost never end",
            Workload.LoseKey, [Drain, Slots], [nameof(EveryJobEnds)], Session(right => new LeavesHeldJobs<LoseKey>(right))),
        new("close-leaves-barrier-shut", "a key switch that is pending at the close never ends",
            Workload.Close, Every, [nameof(BarrierOpens)], Session(right => new LeavesBarrierShut(right))),
        new("aborts-twice-at-close", "running jobs are aborted at the close and once more when they stop",
            Workload.Close, Every, [nameof(OneEnding)], Session(right => new AbortsTwiceAtClose(right))),
        new("ends-at-close", "the session ends at the close, before its running jobs",
            Workload.Close, Every, [nameof(EveryJobEnds)], Session(right => new EndsAtClose(right))),
        new("completes-after-close", "a job that stops after the close is told as completed",
            Workload.Close, Every, [nameof(EpochAtSubmission)], Session(right => new CompletesAfterClose(right))),
        new("finishes-after-close", "a Finish after the close begins an epoch",
            Workload.Close, Every, [nameof(BarrierOpens)],
            Session(right => new FinishesWhenOver(right, Misuse.SessionClosed))),
        new("finishes-after-loss", "the number outlives the loss of the key, and a Finish begins an epoch",
            Workload.LoseKey, Every, [nameof(BarrierOpens)], Session(right => new FinishesWhenOver(right, Misuse.KeyLost))),
        new("goes-on-after-loss", "the loss of the key is told, and jobs are decrypted as before",
            Workload.LoseKey, Every, [nameof(EpochAtSubmission)], Session(right => new GoesOnAfterLoss(right))),
    ];

    private static MutantMachines SharedNumbers(string policy)
    {
        var shared = new SharedNumber();
        return new MutantMachines(policy) { AroundSession = (right, _) => new AppliesNumberOfAnySession(right, shared) };
    }

    private static MutantMachines LateLatch(string policy)
    {
        var keys = new ConcurrentDictionary<int, SessionKey>();
        return new MutantMachines(policy)
        {
            AroundSession = (right, session) => new PublishingSession(right, key => keys[session] = key),
            AroundEngine = (right, _) => new SharedKeyEngine(right, keys),
        };
    }

    private static MutantMachines HeldUncounted(string policy) => new(policy)
    {
        Limits = right => right with { Jobs = int.MaxValue },
        AroundSession = (right, _) => new CountsNoHeldJobs(right, Workload.Limits.Jobs),
    };
}
