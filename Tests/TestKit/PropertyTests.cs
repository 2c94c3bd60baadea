using System.Globalization;
using Akka.Actor;
using Sim.Testing;
using Xunit;

namespace Sim.Tests.Testing;

public sealed class PropertyTests
{
    [Fact]
    public void Always_is_judged_after_each_step_and_names_the_first_that_breaks_it()
    {
        var found = Fails(world =>
        {
            var echo = world.ActorOf(() => new Echo(), "echo");
            for (var i = 0; i < 5; i++)
                echo.Tell(i);
            world.Always("few are answered", () => world.StateOf<Echo>(echo).Count is var count && count < 3 ? null : $"{count} are");
        });

        Assert.Equal(("few are answered", "3 are"), (found.Property, found.Detail));
        Assert.Equal(["0", "1", "2"], found.Steps.Select(step => step.Message));
    }

    [Fact]
    public void Eventually_is_judged_when_nothing_can_happen_any_more()
    {
        void Body(World world, int expected)
        {
            var echo = world.ActorOf(() => new Echo(), "echo");
            for (var i = 0; i < 5; i++)
                echo.Tell(i);
            world.Eventually("all are answered", () => world.StateOf<Echo>(echo).Count == expected);
        }

        Explore.Schedules(20).Run(world => Body(world, 5));
        Assert.Equal("does not hold", Fails(world => Body(world, 6)).Detail);
    }

    [Fact]
    public void Assertion_that_throws_is_a_violation()
    {
        var found = Fails(world => world.Eventually("equal", () =>
        {
            Assert.Equal(1, 2);
            return true;
        }));

        Assert.Equal("EqualException: Assert.Equal() Failure: Values differ Expected: 1 Actual: 2", found.Detail);
    }

    [Fact]
    public void What_should_be_reached_in_some_schedule_and_is_not_fails_the_exploration()
    {
        var found = Fails(world =>
        {
            world.Sometimes("the end", () => true);
            world.Sometimes("the moon", () => false);
        });

        Assert.Equal("the moon: reached in none of 50 schedules (random, seed 1)", found.Message);
        Assert.Empty(found.Steps);
    }

    [Fact]
    public void What_is_reached_in_one_schedule_is_reached()
    {
        var schedule = 0;
        Explore.Schedules(50).Run(world =>
        {
            var isThis = ++schedule == 17;
            world.Sometimes("the seventeenth", () => isThis);
        });
    }

    [Fact]
    public void Actor_that_throws_fails_the_test_whatever_its_supervisor_does()
    {
        var found = Fails(world => world.ActorOf(() => new Thrower(), "thrower").Tell("x"));

        Assert.Equal(("thrower throws InvalidOperationException", "I threw"), (found.Property, found.Detail));
        Assert.Contains(nameof(Thrower), found.InnerException!.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Actor_that_throws_when_it_is_made_fails_the_test()
    {
        var found = Fails(world => world.ActorOf<Thrower>(() => throw new ArgumentException("not made"), "thrower"));

        Assert.Equal(("thrower throws ArgumentException", "not made"), (found.Property, found.Detail));
    }

    [Fact]
    public void Actor_may_throw_what_the_test_lets_it_and_its_new_incarnation_is_seen()
    {
        Explore.Schedules(20).Run(world =>
        {
            var thrower = world.ActorOf(() => new Thrower(), "thrower");
            thrower.Tell("count");
            thrower.Tell("throw");
            thrower.Tell("count");
            world.MayThrow<InvalidOperationException>();
            world.Eventually("it began anew", () => world.StateOf<Thrower>(thrower).Count == 1);
        });
        Fails(world =>
        {
            world.ActorOf(() => new Thrower(), "thrower").Tell("x");
            world.MayThrow<ArgumentException>();
        });
    }

    [Fact]
    public void What_a_body_throws_comes_out_as_it_is() =>
        Assert.Throws<FormatException>(() => Explore.Schedules(10).Run(world => world.Random.Next(int.Parse("x", CultureInfo.InvariantCulture))));

    [Fact]
    public void State_of_an_actor_that_the_world_did_not_make_cannot_be_looked_at()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Explore.Once().Run(world =>
            world.StateOf<Echo>(world.System.ActorOf(Props.Create(() => new Echo()), "echo"))));

        Assert.Equal("echo was not made by World.ActorOf.", thrown.Message);
    }

    [Fact]
    public void Schedule_that_never_ends_is_a_failure_unless_the_test_says_when_it_is_over()
    {
        void Body(World world)
        {
            var probe = world.Probe("probe");
            world.System.Scheduler.ScheduleTellRepeatedly(TimeSpan.Zero, TimeSpan.FromSeconds(1), probe.Ref, "tick", ActorRefs.NoSender);
        }

        var found = Assert.Throws<ExplorationException>(() => Explore.Schedules(10).StepsAtMost(500).Run(Body));
        Assert.Equal("StepLimit", found.Property);
        Assert.Contains("World.EndWhen", found.Message, StringComparison.Ordinal);

        Explore.Schedules(10).StepsAtMost(500).Run(world =>
        {
            Body(world);
            world.Client("waiting", async client => await client.Expect<int>());
            world.EndWhen(() => world.Now > TimeSpan.FromSeconds(10));
        });
    }

    private static ExplorationException Fails(Action<World> body) =>
        Assert.Throws<ExplorationException>(() => Explore.Schedules(50).With("random").Run(body));

    private sealed class Thrower : ReceiveActor
    {
        public Thrower()
        {
            Receive<string>(text => text == "count", _ => Count++);
            ReceiveAny(_ => throw new InvalidOperationException("I threw"));
        }

        public int Count { get; private set; }
    }
}
