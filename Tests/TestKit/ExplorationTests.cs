using Akka.Actor;
using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;
using Sim.Simulation.Worlds;
using Sim.Testing;
using Xunit;

namespace Sim.Tests.Testing;

public sealed class ExplorationTests
{
    [Theory]
    [InlineData("random")]
    [InlineData("pct:3")]
    [InlineData("pctcp:3")]
    [InlineData("pos")]
    [InlineData("mixed")]
    public void Strategies_run_as_many_schedules_as_were_asked_for(string strategy)
    {
        var result = Explore.Schedules(300).With(strategy).Run(TwoSenders);

        Assert.Equal((300, 2, false), (result.Schedules, result.Distinct, result.IsExhausted));
    }

    [Fact]
    public void Exhaustive_exploration_runs_every_schedule_and_says_so()
    {
        var result = Explore.Exhaustively().Run(TwoSenders);

        Assert.Equal((2, true), (result.Distinct, result.IsExhausted));
    }

    [Fact]
    public void Exhaustive_exploration_that_comes_to_its_bound_proves_nothing_and_fails()
    {
        var found = Assert.Throws<ExplorationException>(() => Explore.Exhaustively(atMost: 1).Run(TwoSenders));

        Assert.Equal("Exhaustive: there are more than 1 schedules, so that nothing is proven", found.Message);
    }

    [Fact]
    public void Once_is_one_schedule_in_canonical_order()
    {
        var received = new List<object>();
        var result = Explore.Once().Run(world =>
        {
            received.Add("begun");
            var probe = world.Probe("probe");
            world.System.Scheduler.ScheduleTellOnce(TimeSpan.Zero, probe.Ref, "timer", ActorRefs.NoSender);
            foreach (var name in new[] { "b", "a" })
                world.Client(name, client => Done(() => client.Tell(probe.Ref, name)));
            world.Eventually("noted", () =>
            {
                received.AddRange(probe.Received);
                return true;
            });
        });

        Assert.Equal(1, result.Schedules);
        Assert.Equal(["begun", "a", "b", "timer"], received);
    }

    [Fact]
    public void Unknown_strategy_is_refused_with_those_that_there_are()
    {
        var thrown = Assert.Throws<ArgumentException>(() => Explore.Schedules(1).With("luck"));

        Assert.Contains("random, pct:D, pctcp:D, pos, mixed, exhaustive", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Timing_says_whether_durations_hold()
    {
        var orders = new Dictionary<Timing, HashSet<string>> { [Timing.Any] = [], [Timing.Model] = [] };
        foreach (var (timing, seen) in orders)
        {
            Explore.Schedules(100).With("random").Timing(timing).Run(world =>
            {
                var probe = world.Probe("probe");
                world.System.Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(2), probe.Ref, "late", ActorRefs.NoSender);
                world.System.Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(1), probe.Ref, "early", ActorRefs.NoSender);
                world.Eventually("noted", () => seen.Add(string.Join(' ', probe.Received)) || true);
            });
        }

        Assert.Equal(["early late", "late early"], orders[Timing.Any].Order());
        Assert.Equal(["early late"], orders[Timing.Model]);
    }

    [Fact]
    public void Inputs_and_actors_draw_the_same_numbers_in_every_schedule_unless_the_seed_varies()
    {
        var drawn = new HashSet<(int, int)>();
        void Body(World world)
        {
            var lucky = world.ActorOf(() => new Lucky(), "lucky");
            var input = world.Random.Next();
            world.Eventually("noted", () => drawn.Add((input, world.StateOf<Lucky>(lucky).Number)) || true);
        }

        Explore.Schedules(20).Run(Body);
        Assert.Single(drawn);
        Explore.Schedules(20).Seed(2).Run(Body);
        Assert.Equal(2, drawn.Count);
        Explore.Schedules(20).VaryingSeed().Run(Body);
        Assert.Equal(22, drawn.Count);
    }

    [Fact]
    public void Work_on_another_thread_fails_the_test_with_the_stack_that_led_there()
    {
        var thrown = Assert.Throws<UncontrolledException>(() => Explore.Schedules(100).Run(world =>
            world.ActorOf(() => new Wanderer(), "wanderer").Tell("go")));

        Assert.Contains("Tell at /user/wanderer from another thread", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Wanderer), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_that_depends_on_earlier_runs_is_found_out()
    {
        var runs = 0;
        var thrown = Assert.Throws<InvalidOperationException>(() => Explore.Schedules(10).Run(world =>
        {
            var run = ++runs;
            world.Always("not the third", () => run != 3);
        }));

        Assert.Contains("depends on more than its seed", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settling_is_done_before_the_exploration_and_not_within_it()
    {
        Explore.Schedules(50).Run(world =>
        {
            var echo = world.ActorOf(() => new Echo(), "echo");
            echo.Tell("x");
            world.Settle();
            Assert.Equal(1, world.StateOf<Echo>(echo).Count);
        });
        var found = Assert.Throws<ExplorationException>(() => Explore.Once().Run(world =>
            world.Client("alice", _ => Done(world.Settle))));

        Assert.Contains("Only the body of a test may do that", found.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Configuration_reaches_the_actor_system() => Explore.Once().Configured("my.key = 7").Run(world =>
        Assert.Equal(7, world.System.Settings.Config.GetInt("my.key")));

    private static void TwoSenders(World world)
    {
        var probe = world.Probe("probe");
        foreach (var name in new[] { "a", "b" })
            world.Client(name, client => Done(() => client.Tell(probe.Ref, name)));
    }

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private sealed class Lucky : ReceiveActor
    {
        public int Number { get; } = ActorRandom.For(Context).Next();
    }

    private sealed class Wanderer : ReceiveActor
    {
        public Wanderer() => Receive<string>(_ =>
        {
            var self = Self;
            Task.Run(() => Wander(self));
        });

        private static void Wander(IActorRef self) => self.Tell(1);
    }
}
