using Sim.Checkers;
using Sim.Hardware.Sessions;
using Sim.Tests.Hardware.Sessions.World;
using Xunit;

namespace Sim.Tests.Checkers;

/// <summary>Machines that are wrong on purpose: the property that speaks of their mistake must say so.</summary>
public sealed class MutantTests
{
    private const int Runs = 30;
    private const int Moves = 200;

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Key_overwritten_early_violates_EpochAtSubmission_and_the_plaintext(string policy)
    {
        var caught = Caught(policy, right => new OverwritesKeyEarly(right));
        Assert.Contains(nameof(EpochAtSubmission), caught);
        Assert.Contains(nameof(PlaintextMatches), caught);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Number_applied_twice_violates_EpochAtSubmission_and_the_plaintext(string policy)
    {
        var caught = Caught(policy, right => new AppliesNumberTwice(right));
        Assert.Contains(nameof(EpochAtSubmission), caught);
        Assert.Contains(nameof(PlaintextMatches), caught);
    }

    [Fact]
    public void Job_that_ends_twice_violates_OneEnding() =>
        Assert.Equal([nameof(OneEnding)], Caught("slots", right => new EndsTwice(right)));

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Ending_that_is_dropped_violates_EveryJobEnds(string policy) =>
        Assert.Contains(nameof(EveryJobEnds), Caught(policy, right => new DropsAbortion(right)));

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Barrier_that_never_opens_violates_BarrierOpens(string policy) =>
        Assert.Contains(nameof(BarrierOpens), Caught(policy, right => new NeverOpens(right)));

    [Fact]
    public void Barrier_that_opens_twice_violates_BarrierOpens() =>
        Assert.Contains(nameof(BarrierOpens), Caught("drain", right => new OpensTwice(right)));

    [Fact]
    public void Slot_that_is_freed_early_violates_SlotFreedAfterLastUse() =>
        Assert.Contains(nameof(SlotFreedAfterLastUse), Caught("slots", right => new FreesSlotEarly(right)));

    [Fact]
    public void Epoch_that_does_not_grow_violates_MonotonicEpoch() =>
        Assert.Contains(nameof(MonotonicEpoch), Caught("drain", right => new CountsLate(right)));

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Key_that_an_engine_keeps_from_before_violates_EpochAtSubmission(string policy)
    {
        var caught = CaughtIn(policy, setup => setup with { AroundEngine = right => new StaleKeyEngine(right) });
        Assert.Contains(nameof(EpochAtSubmission), caught);
        Assert.Contains(nameof(PlaintextMatches), caught);
    }

    [Fact]
    public void New_jobs_beside_old_ones_violate_DrainOrder_under_drain() => Assert.Equal(
        [nameof(DrainOrder)],
        CaughtIn("slots", setup => setup with { Announce = opened => opened with { Policy = "drain" } }));

    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    public void One_job_or_switch_more_than_announced_violates_BoundedStash(string policy)
    {
        Assert.Equal([nameof(BoundedStash)], CaughtIn(policy, setup => setup with
        {
            Announce = opened => opened with { Limits = setup.Limits with { Jobs = setup.Limits.Jobs - 1 } },
        }));
        Assert.Equal([nameof(BoundedStash)], CaughtIn(policy, setup => setup with
        {
            Announce = opened => opened with { Limits = setup.Limits with { PendingRefreshes = setup.Limits.PendingRefreshes - 1 } },
        }));
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("slots")]
    public void Engine_that_takes_any_job_next_violates_MonotonicFence(string policy) => Assert.Equal(
        [nameof(MonotonicFence)], CaughtIn(policy, setup => setup with { EnginesAreQueues = false, Off = [] }));

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Right_machines_violate_nothing_on_the_same_seeds(string policy) =>
        Assert.Empty(CaughtIn(policy, setup => setup with { EnginesAreQueues = true, Off = [] }));

    private static string[] Caught(string policy, Func<ISessionMachine, ISessionMachine> wrong) =>
        CaughtIn(policy, setup => setup with { AroundSession = wrong });

    // The names of the properties that are violated on any of the seeds.
    private static string[] CaughtIn(string policy, Func<WorldSetup, WorldSetup> change) =>
        [.. Enumerable.Range(0, Runs)
            .Select(seed => SessionWorld.Run(change(WorldSetup.Seeded(policy, seed)), Move.Seeded(seed, Moves)))
            .SelectMany(world => world.Properties.Properties)
            .Where(property => property.Verdict == Verdict.Violated)
            .Select(property => property.Name)
            .Distinct()
            .Order(StringComparer.Ordinal)];
}
