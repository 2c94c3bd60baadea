using Sim.Checkers;
using Sim.Hardware.Choices;
using Xunit;

namespace Sim.Tests.Actors;

/// <summary>Keys that are bound when work starts are noticed from outside.</summary>
public sealed class LateBindingTests
{
    private const int Seeds = 50;

    [Fact]
    public void A_key_bound_when_work_starts_is_that_of_another_epoch_behind_a_drained_refresh()
    {
        var late = new DdiChoices { KeyLatch = KeyLatch.AtExecution };

        Assert.Contains(Enumerable.Range(0, Seeds), seed => Verdict(seed, late) == Sim.Checkers.Verdict.Violated);
        Assert.DoesNotContain(Enumerable.Range(0, Seeds), seed => Verdict(seed, DdiChoices.Default) == Sim.Checkers.Verdict.Violated);
    }

    private static Verdict Verdict(int seed, DdiChoices choices)
    {
        var rig = new VirtualRig(seed, "drain", choices: choices);
        rig.Run();
        rig.Properties.End();
        return rig.Properties.Find(nameof(EpochAtSubmission))!.Verdict;
    }
}
