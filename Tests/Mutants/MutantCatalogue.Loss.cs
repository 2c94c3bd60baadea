using Sim.Checkers;
using Sim.Scenarios.Broken;
using Sim.Tests.Mutants.Loss;
using Sim.Tests.Mutants.World;

namespace Sim.Tests.Mutants;

// Teardown, suspend, resets of the adapter, and devices that are removed.
internal static partial class MutantCatalogue
{
    private static Mutant[] Losses() =>
    [
        new("forgets-second-teardown", "a teardown that is asked for during another is forgotten",
            Workload.Teardown, Every, [nameof(LossTakesEffect)],
            policy => new MutantMachines(policy) { AroundProtection = right => new ForgetsSecondTeardown(right) }),
        new("forgets-teardown-while-asleep", "a teardown that is asked for while the device is suspended is forgotten",
            Workload.Asleep, Every, [nameof(LossTakesEffect)],
            policy => new MutantMachines(policy) { AroundProtection = right => new ForgetsTeardownWhileAsleep(right) }),
        new("alive-after-suspend", "behind a suspend everything looks alive, and nobody is told that the keys are gone",
            Workload.Suspend, Every, [nameof(LossTakesEffect)],
            policy => new MutantMachines(policy) { AroundProtection = right => new AliveAfterSuspend(right) }),
        new("session-outlives-teardown", "a session that is told of the loss of its key stays as it is",
            Workload.Teardown, Every, [nameof(LossTakesEffect)], Session(right => new StaysAlive(right))),
        new("keeps-keys-in-engine", "an engine goes on with keys that the hardware has lost",
            Workload.Teardown, Every, [nameof(EpochAtSubmission)],
            policy => new MutantMachines(policy) { AroundEngine = (right, _) => new KeepsKeysInEngine(right) }),
        new("never-stamps-anew", "surfaces keep their stamp when content is lost, and what was lost is shown",
            Workload.LostContent, Every, [nameof(NoLostContentShown)],
            policy => new MutantMachines(policy) { AroundProtection = right => new NeverStampsAnew(right) }),
        new("counts-late-completion", "a job that a watchdog aborted is told as completed",
            Workload.Faults, Every, [nameof(PlaintextMatches)], Session(right => new CountsLateCompletion(right))),
        new("relatches-innocent", "a job that begins again behind a reset of the adapter gets the key of the day",
            Workload.Wedge, Every, [nameof(EpochAtSubmission)], InnocentRelatched),
        new("survives-every-reset", "nobody counts the resets, and the device goes on for ever",
            Workload.Hangs, Every, [nameof(ResetsAreBounded)],
            policy => new MutantMachines(policy) { AroundResets = _ => new SurvivesEveryReset() }),
    ];

    private static MutantMachines InnocentRelatched(string policy)
    {
        var keys = new NewestKeys();
        return new MutantMachines(policy)
        {
            AroundSession = (right, session) => new PublishingSession(right, key => keys.Set(session, key)),
            AroundEngine = (right, _) => new RelatchesInnocent(right, keys),
        };
    }
}
