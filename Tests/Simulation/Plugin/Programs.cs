using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Routing;
using Sim.Tests.Runtime;

namespace Sim.Tests.Simulation.Plugin;

/// <summary>Small programs of actors, one for each thing that Akka.NET offers and a world must control.</summary>
internal static class Programs
{
    /// <summary>The programs by name; a fresh experiment each time.</summary>
    public static IReadOnlyDictionary<string, Func<Noted>> All { get; } = new Dictionary<string, Func<Noted>>
    {
        ["tell"] = Tell,
        ["become"] = Become,
        ["stash"] = Stash,
        ["timers"] = Timers,
        ["receive timeout"] = ReceiveTimeout,
        ["restart"] = Restart,
        ["escalation"] = Escalation,
        ["death watch"] = DeathWatch,
        ["stop with messages left"] = StopWithMessagesLeft,
        ["children and selection"] = ChildrenAndSelection,
        ["round robin"] = RoundRobin,
        ["broadcast"] = BroadcastToGroup,
        ["smallest mailbox"] = SmallestMailbox,
        ["bounded mailbox"] = Bounded,
        ["yield"] = Yield,
        ["asynchronous failure"] = AsynchronousFailure,
    };

    /// <summary>A mailbox with an order of its own.</summary>
    public static Noted Priority() => new(
        (system, notes) =>
        {
            var urgent = system.ActorOf(Scripted.Of((message, _) => notes.Add($"{message}")).WithMailbox("highest"), "urgent");
            return Start(Sender(system, "a", urgent, 1, 3), Sender(system, "b", urgent, 2));
        },
        $"highest.mailbox-type = \"{typeof(HighestFirst).FullName}, {typeof(HighestFirst).Assembly.GetName().Name}\"");

    /// <summary>Asynchronous code of an asynchronous handler: asks two others, one after the other.</summary>
    public static Noted AwaitedAsk() => new((system, notes) =>
    {
        var echo = system.ActorOf(Scripted.Of((message, self) => self.Sender.Tell($"{message}")), "echo");
        var asker = system.ActorOf(Props.Create(() => new Asking(echo, notes)), "asker");
        var sink = system.ActorOf(Scripted.Of((message, _) => notes.Add($"{message}")), "sink");
        return Start(Sender(system, "a", asker, 1), Sender(system, "b", sink, "x"));
    });

    /// <summary>Asynchronous code that a synchronous handler starts; its outcome comes back as a message.</summary>
    public static Noted AskInSynchronousHandler() => new((system, notes) =>
    {
        var echo = system.ActorOf(Scripted.Of((message, self) => self.Sender.Tell($"{message}")), "echo");
        async Task Work(object message, IActorRef to)
        {
            var reply = await echo.Ask<string>(message);
            await Task.Yield();
            to.Tell($"done-{reply}");
        }

        var asker = system.ActorOf(
            Scripted.Of((message, self) =>
            {
                if (message is int) _ = Work(message, self.Self);
                else notes.Add($"{message}");
            }),
            "asker");
        return Start(Sender(system, "a", asker, 1, 2));
    });

    /// <summary>Asks whose replies are piped to who asked.</summary>
    /// <param name="usesContext">Whether the pipe goes on where it was laid.</param>
    /// <param name="config">Configuration of the systems.</param>
    public static Noted PipedAsks(bool usesContext, string config = "") => new(
        (system, notes) =>
        {
            IActorRef[] echoes =
                [.. "xyz".Select(name => system.ActorOf(Scripted.Of((message, self) => self.Sender.Tell($"{message}")), $"{name}"))];
            var asker = system.ActorOf(
                Scripted.Of((message, self) =>
                {
                    if (message is string text) notes.Add(text);
                    else Array.ForEach(echoes, echo => echo.Ask<string>(echo.Path.Name).PipeTo(self.Self, usesContext));
                }),
                "asker");
            return () => asker.Tell(0);
        },
        config);

    /// <summary>An actor fails while it has a stash, which the restart gives back.</summary>
    public static Noted RestartWithStash() => new((system, notes) =>
    {
        var keeper = system.ActorOf(
            Scripted.Of((message, self) =>
            {
                notes.Add($"{message}");
                if (message is "boom") throw new InvalidOperationException("broken");
                if (self.State++ == 0) self.Stash.Stash();
            }),
            "keeper");
        return Start(Sender(system, "a", keeper, "x", "boom"), Sender(system, "b", keeper, "y"));
    });

    /// <summary>An actor that sends one message to a receiver for each that it gets.</summary>
    public static IActorRef Sender(ActorSystem system, string name, IActorRef to, params object[] messages)
    {
        var sent = 0;
        return system.ActorOf(
            Scripted.Of((_, self) =>
            {
                to.Tell(messages[sent++], self.Self);
                if (sent < messages.Length) self.Self.Tell("next");
            }),
            name);
    }

    /// <summary>Lets senders begin.</summary>
    public static Action Start(params IActorRef[] senders) => () => Array.ForEach(senders, sender => sender.Tell("next"));

    private static Noted Tell() => new((system, notes) =>
    {
        var sink = system.ActorOf(Scripted.Of((message, self) => notes.Add($"{self.Sender.Path.Name}{message}")), "sink");
        return Start(Sender(system, "a", sink, 1, 2), Sender(system, "b", sink, 1, 2));
    });

    private static Noted Become() => new((system, notes) =>
    {
        var door = system.ActorOf(
            Scripted.Of((message, self) =>
            {
                notes.Add($"closed-{message}");
                if (message is "open") self.Switch(open => notes.Add($"open-{open}"));
            }),
            "door");
        return Start(Sender(system, "a", door, "x", "y"), Sender(system, "b", door, "open"));
    });

    private static Noted Stash() => new((system, notes) =>
    {
        var door = system.ActorOf(
            Scripted.Of((message, self) =>
            {
                if (message is "open")
                {
                    self.Self.Tell("last");
                    self.Stash.UnstashAll();
                    self.Switch(open => notes.Add($"{open}"));
                }
                else
                {
                    notes.Add($"stash-{message}");
                    self.Stash.Stash();
                }
            }),
            "door");
        return Start(Sender(system, "a", door, "x", "y"), Sender(system, "b", door, "open"));
    });

    private static Noted Timers() => new((system, notes) =>
    {
        var clock = system.ActorOf(
            Scripted.Of((message, self) =>
            {
                switch (message)
                {
                    case "start":
                        self.Timers.StartSingleTimer("a", "a", TimeSpan.FromSeconds(1));
                        self.Timers.StartSingleTimer("b", "b", TimeSpan.FromSeconds(2));
                        break;
                    case "cancel":
                        self.Timers.Cancel("b");
                        notes.Add("cancelled");
                        break;
                    default:
                        notes.Add($"{message}-{self.Cell.System.Scheduler.MonotonicClock.TotalSeconds}");
                        break;
                }
            }),
            "clock");
        system.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromSeconds(1), () => notes.Add("ran"));
        return Start(Sender(system, "s", clock, "start", "cancel"));
    });

    private static Noted ReceiveTimeout() => new((system, notes) =>
    {
        var patient = system.ActorOf(
            Scripted.Of((message, self) =>
            {
                notes.Add(message is Akka.Actor.ReceiveTimeout ? "timeout" : $"{message}");
                if (message is Akka.Actor.ReceiveTimeout) self.Cell.SetReceiveTimeout(null);
                else self.Cell.SetReceiveTimeout(TimeSpan.FromSeconds(1));
            }),
            "patient");
        return Start(Sender(system, "a", patient, 1, 2));
    });

    private static Noted Restart() => new((system, notes) =>
    {
        var child = system.ActorOf(
            Scripted.Of((message, self) =>
            {
                notes.Add($"{message}:{++self.State}");
                if (message is "boom") throw new InvalidOperationException("broken");
            }),
            "child");
        return Start(Sender(system, "a", child, "x", "boom"), Sender(system, "b", child, "y"));
    });

    // A child fails, its parent does not want to decide, and both are made anew.
    private static Noted Escalation() => new((system, notes) =>
    {
        IActorRef? child = null;
        var parent = system.ActorOf(
            Scripted.Of(
                (message, self) =>
                {
                    notes.Add($"parent-{message}:{++self.State}");
                    child = self.Cell.ActorOf(Scripted.Of((m, own) => throw new InvalidOperationException($"{m}")), "child");
                    child.Tell(message);
                },
                new OneForOneStrategy(_ => Directive.Escalate)),
            "parent");
        return Start(Sender(system, "a", parent, 1, 2));
    });

    private static Noted DeathWatch() => new((system, notes) =>
    {
        IActorRef[] mortals =
            [.. "ab".Select(name => system.ActorOf(Scripted.Of((_, self) => self.Cell.Stop(self.Self)), $"{name}"))];
        system.ActorOf(
            Scripted.Of((message, self) =>
            {
                if (message is Terminated end) notes.Add(end.ActorRef.Path.Name);
                else Array.ForEach(mortals, mortal => self.Cell.Watch(mortal));
            }),
            "watcher").Tell("watch");
        return Start(mortals);
    });

    private static Noted StopWithMessagesLeft() => new((system, notes) =>
    {
        var letters = system.ActorOf(Scripted.Of((message, _) => notes.Add($"dead-{((Akka.Event.DeadLetter)message).Message}")), "letters");
        system.EventStream.Subscribe(letters, typeof(Akka.Event.DeadLetter));
        var mortal = system.ActorOf(
            Scripted.Of((message, self) =>
            {
                notes.Add($"{message}");
                if (message is "end") self.Cell.Stop(self.Self);
            }),
            "mortal");
        return Start(Sender(system, "a", mortal, 1, 2), Sender(system, "b", mortal, "end"));
    });

    private static Noted ChildrenAndSelection() => new((system, notes) =>
    {
        var parent = system.ActorOf(
            Scripted.Of((message, self) =>
            {
                self.Cell.ActorOf(Scripted.Of((m, own) => notes.Add($"{own.Self.Path.Name}-{m}")), message is "named" ? "named" : null);
                self.Cell.ActorSelection("*").Tell(message, self.Self);
            }),
            "parent");
        return Start(Sender(system, "a", parent, "first", "named"));
    });

    private static Noted RoundRobin() => Routed(new RoundRobinPool(2));

    private static Noted SmallestMailbox() => Routed(new SmallestMailboxPool(2));

    private static Noted Routed(Pool pool) => new((system, notes) =>
    {
        var router = system.ActorOf(Scripted.Of((message, self) => notes.Add($"{self.Self.Path.Name}-{message}")).WithRouter(pool), "router");
        return Start(Sender(system, "a", router, 1, 2, 3));
    });

    private static Noted BroadcastToGroup() => new((system, notes) =>
    {
        foreach (var name in "xy") system.ActorOf(Scripted.Of((message, _) => notes.Add($"{name}{message}")), $"{name}");
        var router = system.ActorOf(Props.Empty.WithRouter(new BroadcastGroup("/user/x", "/user/y")), "router");
        return Start(Sender(system, "a", router, 1, 2));
    });

    private static Noted Bounded() => new(
        (system, notes) =>
        {
            var letters = system.ActorOf(Scripted.Of((message, _) => notes.Add($"dead-{((Akka.Event.DeadLetter)message).Message}")), "letters");
            system.EventStream.Subscribe(letters, typeof(Akka.Event.DeadLetter));
            var small = system.ActorOf(Scripted.Of((message, _) => notes.Add($"{message}")).WithMailbox("small"), "small");
            return Start(Sender(system, "a", small, 1, 2), Sender(system, "b", small, 3));
        },
        "small { mailbox-type = \"Akka.Dispatch.BoundedMailbox\", mailbox-capacity = 1, mailbox-push-timeout-time = 0s }");

    private static Noted Yield() => new((system, notes) =>
    {
        var actor = system.ActorOf(Props.Create(() => new Yielding(notes)), "async");
        var sink = system.ActorOf(Scripted.Of((message, _) => notes.Add($"{message}")), "sink");
        return Start(Sender(system, "a", actor, 1), Sender(system, "b", sink, "x"));
    });

    private static Noted AsynchronousFailure() => new((system, notes) =>
    {
        var actor = system.ActorOf(Props.Create(() => new Yielding(notes)), "async");
        return Start(Sender(system, "a", actor, -1, 2));
    });

    public sealed class HighestFirst(Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => -(int)message;
    }

    private sealed class Asking : ReceiveActor
    {
        public Asking(IActorRef echo, List<string> notes) => ReceiveAsync<int>(async n =>
        {
            notes.Add(await echo.Ask<string>(n));
            notes.Add(await echo.Ask<string>($"{n}{Self.Path.Name}"));
        });
    }

    private sealed class Yielding : ReceiveActor
    {
        public Yielding(List<string> notes) => ReceiveAsync<int>(async n =>
        {
            notes.Add($"begin{n}");
            await Task.Yield();
            notes.Add($"middle{n}");
            if (n < 0) throw new InvalidOperationException("broken");
            await Twice();
            notes.Add($"end{n}-{Self.Path.Name}");
        });

        private static async Task Twice()
        {
            await Task.Yield();
            await Task.Yield();
        }
    }
}
