using FsCheck;
using FsCheck.Fluent;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Sessions;
using Sim.Tests.Hardware.Sessions.World;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>
/// The barrier under any order of calls, endings, grants and losses: every named property holds, every job and every
/// barrier ends, each job holds the key that its client computed for it, and every key is wiped in the end.
/// </summary>
public sealed class SessionProperties
{
    private const int Runs = 300;

    private static readonly Gen<Move> AnyMove =
        from percent in Gen.Choose(0, 99)
        from at in Gen.Choose(0, 11)
        from pick in Gen.Choose(0, 59)
        select Move.Of(percent, at, pick);

    private static readonly Gen<(int Seed, Move[] Moves)> AnyRun =
        from seed in Gen.Choose(0, 1000)
        from moves in AnyMove.ArrayOf()
        select (seed, moves);

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Any_run_keeps_every_property(string policy)
    {
        var runs = Arb.From(AnyRun, Shorter);
        var property = Prop.ForAll(runs, run =>
        {
            var setup = WorldSetup.Seeded(policy, run.Seed);
            foreach (var world in new[]
            {
                SessionWorld.Run(setup, run.Moves),
                SessionWorld.Run(setup with { EnginesAreQueues = true, Off = [] }, run.Moves),
            })
            {
                Assert.Empty(world.Properties.Violations);
                Assert.Empty(world.Faults);
            }
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(250), property);
    }

    [Fact]
    public void Runs_reach_what_the_properties_speak_of()
    {
        var slots = RunSeeds("slots");
        var drain = RunSeeds("drain");
        var marker = RunSeeds("marker");
        foreach (var name in PropertySet.Names.Except(
            [
                nameof(DrainOrder), nameof(BarrierMetHungEngine), nameof(LossTakesEffect), nameof(ResetsAreBounded),
                nameof(NoLostContentShown), nameof(BoundedOvertaking), nameof(EveryTransferEnds), nameof(WaitersAreTold),
            ]))
        {
            Assert.Contains(slots, world => world.VerdictOf(name) == Verdict.Held);
        }

        Assert.Contains(drain, world => world.VerdictOf(nameof(DrainOrder)) == Verdict.Held);
        Assert.All(slots, world => Assert.Equal(Verdict.NotReached, world.VerdictOf(nameof(DrainOrder))));
        Assert.All(drain, world => Assert.Equal(Verdict.NotReached, world.VerdictOf(nameof(OldAndNewInFlight))));

        Assert.Contains(marker, world => world.VerdictOf(nameof(OldAndNewInFlight)) == Verdict.Held);

        foreach (var worlds in new[] { slots, drain, marker })
        {
            var trace = worlds.SelectMany(world => world.Trace).ToList();
            Assert.DoesNotContain(trace, happened => happened is JobAborted { Reason: AbortReason.KeyRegister });
            // A register of another epoch never meets a job while everything is right.
            foreach (var reason in Enum.GetValues<AbortReason>().Where(reason => reason != AbortReason.KeyRegister))
                Assert.Contains(trace, happened => happened is JobAborted aborted && aborted.Reason == reason);
            foreach (var reason in Enum.GetValues<SwitchReason>())
                Assert.Contains(trace, happened => happened is KeySwitched switched && switched.Reason == reason);
            foreach (var refusal in new[] { JobRefusal.DeviceBusy, JobRefusal.DuplicateJob, JobRefusal.KeyLost })
                Assert.Contains(trace, happened => happened is JobRefused refused && refused.Status == refusal);
            foreach (var rule in new[] { Misuse.FinishWithoutStart, Misuse.StartReplacesPending, Misuse.RefreshLimit })
                Assert.Contains(trace, happened => happened is CallMisused misused && misused.Rule == rule);
        }
    }

    private static List<SessionWorld> RunSeeds(string policy) =>
        [.. Enumerable.Range(0, 100).Select(seed => SessionWorld.Run(
            WorldSetup.Seeded(policy, seed) with { EnginesAreQueues = true, Off = [] }, Move.Seeded(seed, count: 200)))];

    // Leaves out ever smaller stretches of the moves.
    private static IEnumerable<(int Seed, Move[] Moves)> Shorter((int Seed, Move[] Moves) run)
    {
        for (var length = run.Moves.Length / 2; length > 0; length /= 2)
        {
            for (var from = 0; from + length <= run.Moves.Length; from += length)
                yield return (run.Seed, [.. run.Moves[..from], .. run.Moves[(from + length)..]]);
        }
    }
}
