using Sim.Simulation.Experiments;
using Sim.Simulation.Exploration;
using Sim.Simulation.Replaying;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;
using Sim.Tests.Simulation.Reduction;
using Xunit;

namespace Sim.Tests.Simulation.Plugin;

/// <summary>The same programs in the runtime's own world and in the one that stands on Akka.NET's extension points.</summary>
public sealed class BothWorldsTests
{
    public static TheoryData<string> Names => [.. Programs.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void All_schedules_of_one_world_are_all_of_the_other(string name)
    {
        var (own, plugged) = (Programs.All[name](), Programs.All[name]());

        var ofOwn = Explorer.Explore(() => own, All);
        var ofPlugged = Explorer.Explore(() => new OnPlugIn(plugged), All);

        Assert.Equal((true, true), (ofOwn.Exhausted, ofPlugged.Exhausted));
        Assert.Equal(own.Outcomes, plugged.Outcomes);
        Assert.Equal((ofOwn.Schedules, ofOwn.Steps), (ofPlugged.Schedules, ofPlugged.Steps));
    }

    [Fact]
    public void An_exhaustive_search_goes_without_reduction_where_a_world_does_not_tell_what_steps_touch()
    {
        var naive = Explorer.Explore(() => new OnPlugIn(Programs.All["tell"]()), All);
        var exhaustive = Explorer.Explore(() => new OnPlugIn(Programs.All["tell"]()), new ExplorationSettings(_ => new Exhaustive()));

        Assert.True(exhaustive.Exhausted);
        Assert.Equal((naive.Schedules, naive.Distinct), (exhaustive.Schedules, exhaustive.Distinct));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_seed_gives_one_schedule_in_both_worlds(string name)
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var (own, plugged, again) = (Programs.All[name](), Programs.All[name](), Programs.All[name]());

            var steps = Record(own, seed);

            Assert.Equal(Record(new OnPlugIn(plugged), seed), Record(new OnPlugIn(again), seed));
            Assert.Equal(steps, Record(new OnPlugIn(plugged), seed));
            Assert.Equal(own.Outcomes, plugged.Outcomes);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_schedule_of_one_world_replays_in_the_other(string name)
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var (own, plugged) = (Programs.All[name](), Programs.All[name]());
            Replay(new OnPlugIn(plugged), Record(own, seed));
            Assert.Equal(own.Outcomes, plugged.Outcomes);

            (own, plugged) = (Programs.All[name](), Programs.All[name]());
            Replay(own, Record(new OnPlugIn(plugged), seed));
            Assert.Equal(plugged.Outcomes, own.Outcomes);
        }
    }

    [Theory]
    [InlineData(Timing.Any)]
    [InlineData(Timing.Model)]
    public void Programs_at_random_do_the_same_in_both_worlds(Timing timing)
    {
        for (var seed = 0UL; seed < 150; seed++)
        {
            var (own, plugged) = (RandomPrograms.Of(seed), RandomPrograms.Of(seed));

            Assert.Equal(Record(own, seed, timing), Record(new OnPlugIn(plugged), seed, timing));
            Assert.Equal(own.Outcomes, plugged.Outcomes);
        }
    }

    // Here a reply is a step in one world and a part of one in the other.
    [Fact]
    public void Asks_come_out_alike_though_only_one_world_sees_replies()
    {
        AssertSameOutcomes(Programs.AwaitedAsk);
        AssertSameOutcomes(Programs.AskInSynchronousHandler);
        AssertSameOutcomes(() => Programs.PipedAsks(usesContext: true));
    }

    // Here a message is handled within the step of a system message in one world.
    [Fact]
    public void A_mailbox_with_an_order_of_its_own_and_a_stash_given_back_come_out_alike()
    {
        AssertSameOutcomes(Programs.Priority);
        AssertSameOutcomes(Programs.RestartWithStash);
    }

    private static void AssertSameOutcomes(Func<Noted> program)
    {
        var (own, plugged) = (program(), program());
        Assert.Null(Explorer.Explore(() => own, Random).Failure);
        Assert.Null(Explorer.Explore(() => new OnPlugIn(plugged), Random).Failure);

        Assert.Equal(own.Outcomes, plugged.Outcomes);
        Assert.NotEqual(1, own.Outcomes.Count);
        AssertReplays(new OnPlugIn(program()));
    }

    private static void AssertReplays(IExperiment experiment)
    {
        for (var seed = 0UL; seed < 20; seed++) Replay(experiment, Record(experiment, seed));
    }

    private static ExplorationSettings Random => new(_ => new RandomWalk()) { Schedules = 2_000 };

    private static ExplorationSettings All => new(_ => new NaiveSearch()) { Schedules = 20_000 };

    private static ScheduledStep[] Record(IExperiment experiment, ulong seed, Timing timing = Timing.Any)
    {
        var recorder = new Recorder();
        var strategy = new RandomWalk();
        strategy.Begin(seed);
        new ScheduleRunner(experiment, timing, 10_000).Run(strategy, seed, recorder);
        return [.. recorder.Steps];
    }

    private static void Replay(IExperiment experiment, ScheduledStep[] steps)
    {
        var replay = new Replay(experiment, [.. steps], isStrict: true);
        new ScheduleRunner(experiment, Timing.Any, 1_000).Run(replay, 0);
        Assert.True(replay.IsOver);
    }
}
