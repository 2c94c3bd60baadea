using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Dispatch.SysMsg;
using Sim.Control;
using Xunit;

namespace Sim.Tests.Runtime.Control;

public sealed class ControlledDeliveryTests
{
    [Fact]
    public void A_system_is_controlled_only_when_it_is_asked_for()
    {
        using var usual = ActorSystem.Create("usual");

        Assert.Null(((IControllable)usual).World);
        Assert.NotNull(((IControllable)new SeededDriver().System).World);
    }

    [Fact]
    public void Nothing_happens_without_a_step()
    {
        var driver = new SeededDriver();
        var seen = new List<object>();
        driver.Start((message, _) => seen.Add(message)).Tell("x");

        Assert.Equal(1, driver.World.Ready.Length);
        Assert.Equal(0, driver.World.Steps);
        Assert.Empty(seen);
    }

    [Fact]
    public void A_step_handles_exactly_one_delivery()
    {
        var driver = new SeededDriver();
        var seen = new List<object>();
        var actor = driver.Start((message, _) => seen.Add(message));
        for (var i = 0; i < 20; i++) actor.Tell(i);
        driver.Step(driver.InboxOf(actor));
        Assert.Empty(seen);
        for (var i = 1; i <= 20; i++)
        {
            Assert.Equal(21 - i, driver.InboxOf(actor).Count);
            driver.Step(driver.InboxOf(actor));
            Assert.Equal(Enumerable.Range(0, i).Cast<object>(), seen);
        }

        Assert.Equal(0, driver.World.Ready.Length);
        Assert.Equal(21, driver.World.Steps);
    }

    [Fact]
    public void The_next_delivery_is_known_before_it_is_handled()
    {
        var driver = new SeededDriver();
        var sender = driver.Start((_, _) => { });
        var actor = driver.Start((message, self) =>
        {
            if (message is "go") self.Self.Tell("from me");
        });
        actor.Tell("go", sender);

        var creation = driver.InboxOf(actor).Next;
        Assert.Equal((DeliveryKind.System, 0), (creation.Kind, creation.Cause));
        Assert.IsType<Create>(creation.Message);
        driver.Step(driver.InboxOf(actor));
        Assert.Equal(new Delivery(DeliveryKind.Ordinary, "go", sender, 0), driver.InboxOf(actor).Next);
        driver.Step(driver.InboxOf(actor));
        Assert.Equal(new Delivery(DeliveryKind.Ordinary, "from me", actor, 2), driver.InboxOf(actor).Next);
    }

    [Fact]
    public void Ping_pong_plays_to_its_end()
    {
        var driver = new SeededDriver();
        var last = 0;
        void Play(object message, Scripted self)
        {
            last = (int)message;
            if (last < 100) self.Sender.Tell(last + 1, self.Self);
        }

        var ping = driver.Start(Play);
        var pong = driver.Start(Play);
        ping.Tell(1, pong);
        driver.Settle();

        Assert.Equal(100, last);
        Assert.Equal(102, driver.World.Steps);
    }

    [Fact]
    public void One_seed_gives_one_run()
    {
        static List<string> Run(int seed)
        {
            var driver = new SeededDriver(seed);
            var sink = driver.Start((_, _) => { }, "sink");
            for (var i = 0; i < 3; i++)
            {
                driver.Start((message, self) =>
                {
                    sink.Tell($"{self.Self.Path.Name}{message}");
                    if ((int)message < 5) self.Self.Tell((int)message + 1);
                }).Tell(0);
            }

            driver.Settle();
            return driver.Trace;
        }

        Assert.Equal(Run(7), Run(7));
        Assert.NotEqual(Run(7), Run(8));
    }

    [Fact]
    public void Every_order_of_two_senders_is_reached()
    {
        var orders = new HashSet<string>();
        for (var seed = 0; seed < 500; seed++)
        {
            var driver = new SeededDriver(seed);
            var order = "";
            var sink = driver.Start((message, _) => order += message, "sink");
            foreach (var name in new[] { "a", "b" })
            {
                var sender = driver.Start((message, self) =>
                {
                    sink.Tell(message);
                    if (message is string { Length: 1 } letter) self.Self.Tell(letter + letter);
                });
                sender.Tell(name);
            }

            driver.Settle();
            orders.Add(order);
        }

        // a before aa and b before bb; all else is open.
        Assert.Equal(["aaabbb", "abaabb", "abbbaa", "baaabb", "babbaa", "bbbaaa"], orders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Causes_are_the_happens_before_order()
    {
        var driver = new SeededDriver();
        var c = driver.Start((_, _) => { }, "c");
        var b = driver.Start((message, _) => c.Tell(message), "b");
        var a = driver.Start((message, _) => b.Tell(message), "a");
        driver.Settle();
        a.Tell("x");
        driver.Settle();
        a.Tell("x");
        driver.Step(driver.InboxOf(a));
        Assert.Equal(driver.World.Steps, driver.InboxOf(b).Next.Cause);
        driver.Step(driver.InboxOf(b));
        Assert.Equal(driver.World.Steps, driver.InboxOf(c).Next.Cause);
    }

    [Fact]
    public void A_step_by_its_number_tells_what_it_follows()
    {
        var driver = new SeededDriver();
        var b = driver.Start((_, _) => { }, "b");
        var a = driver.Start((message, _) => b.Tell(message), "a");
        driver.Settle();
        var (lastOfA, lastOfB) = (LastStepOf(driver, "/user/a"), LastStepOf(driver, "/user/b"));
        Assert.Equal(3, lastOfA + lastOfB);
        a.Tell("x");
        a.Tell("y");

        Assert.Equal(("/user/a", lastOfA, 0), StepFirst(driver));
        Assert.Equal(("/user/a", 3, 0), StepFirst(driver));
        Assert.Equal(("/user/b", lastOfB, 3), StepFirst(driver));
        Assert.Equal(("/user/b", 5, 4), StepFirst(driver));
        Assert.Equal((4, 6), (LastStepOf(driver, "/user/a"), LastStepOf(driver, "/user/b")));
        Assert.Throws<ArgumentOutOfRangeException>(() => StepFirst(driver));
    }

    [Fact]
    public void What_is_unstashed_comes_first()
    {
        var driver = new SeededDriver();
        var seen = new List<object>();
        var open = false;
        var actor = driver.Start((message, self) =>
        {
            if (message is "open")
            {
                open = true;
                self.Stash.UnstashAll();
            }
            else if (!open)
            {
                self.Stash.Stash();
            }
            else
            {
                seen.Add(message);
            }
        });
        foreach (var message in new object[] { 1, 2, 3, "open", 4, 5 }) actor.Tell(message);
        driver.Settle();

        Assert.Equal([1, 2, 3, 4, 5], seen);
    }

    [Fact]
    public void Names_and_incarnations_are_those_of_the_world()
    {
        static string Names()
        {
            var driver = new SeededDriver();
            var actors = Enumerable.Range(0, 3).Select(_ => driver.Start((_, _) => { })).ToArray();
            return string.Join(' ', actors.Select(actor => actor.Path.ToStringWithUid()));
        }

        Assert.Equal(Names(), Names());
        Assert.Contains("/user/$a#", Names(), StringComparison.Ordinal);
    }

    [Fact]
    public void Inboxes_are_numbered_without_gaps()
    {
        var driver = new SeededDriver();
        driver.Start((_, _) => { });
        driver.Start((_, _) => { });

        Assert.Equal([2, 3], driver.World.Ready.ToArray().Select(inbox => inbox.Id));
    }

    [Fact]
    public void What_cannot_be_handled_cannot_be_chosen()
    {
        var driver = new SeededDriver();
        var other = new SeededDriver();
        var actor = driver.Start((_, _) => { });
        var inbox = driver.InboxOf(actor);
        Assert.Throws<InvalidOperationException>(() => other.World.Step(inbox));
        driver.Settle();
        Assert.Throws<InvalidOperationException>(() => driver.World.Step(inbox));
        Assert.Throws<InvalidOperationException>(() => inbox.Next);
    }

    [Fact]
    public void A_step_within_a_step_is_refused()
    {
        var driver = new SeededDriver();
        Exception? failure = null;
        var actor = driver.Start((_, _) => failure = Record.Exception(() => driver.World.Step(driver.World.Ready[0])));
        actor.Tell("x");
        actor.Tell("y");
        driver.Settle();

        Assert.IsType<InvalidOperationException>(failure);
    }

    [Fact]
    public void Actors_that_cannot_go_on_show_what_waits_for_them()
    {
        var driver = new SeededDriver();
        var actor = driver.System.ActorOf(Props.Create(() => new Stuck()), "stuck");
        actor.Tell("x");
        actor.Tell("y");
        driver.Settle();

        var inbox = Assert.Single(driver.World.Actors.ToArray());
        Assert.Equal(("/user/stuck", true, 1, "y"), (inbox.Path, inbox.IsAwaiting, inbox.Count, inbox.Next.Message));
        driver.System.Stop(actor);
        driver.Settle();
        Assert.Equal(["/user"], driver.World.Actors.ToArray().Select(left => left.Path));
    }

    [Fact]
    public void A_setup_without_a_request_starts_a_usual_system()
    {
        using var system = ActorSystem.Create("usual", ActorSystemSetup.Create(BootstrapSetup.Create()));

        Assert.Null(((IControllable)system).World);
    }

    private static (string Path, long Before, long Cause) StepFirst(SeededDriver driver)
    {
        var inbox = driver.World.StepAt(0, out var before, out var cause);
        return (inbox.Path, before, cause);
    }

    private static long LastStepOf(SeededDriver driver, string path) =>
        Assert.Single(driver.World.Actors.ToArray(), inbox => inbox.Path == path).LastStep;

    private sealed class Stuck : ReceiveActor
    {
        public Stuck()
        {
            var never = new TaskCompletionSource();
            ReceiveAnyAsync(async _ => await never.Task);
        }
    }
}
