using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Event;
using Sim.Control;
using Xunit;

namespace Sim.Tests.Runtime.Control;

/// <summary>Mailbox and dispatcher sections of the configuration keep their meaning in a controlled world.</summary>
public sealed class ControlledQueueTests
{
    private const string Mailboxes = """
        latest-first.mailbox-type = "Sim.Tests.Runtime.DispatcherPlugInTests+LatestFirst, Sim.Tests"
        shortest-first.mailbox-type = "Sim.Tests.Runtime.Control.ControlledQueueTests+ShortestFirst, Sim.Tests"
        two { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 2, mailbox-push-timeout-time = 1h }
        own-dispatcher { type = "Dispatcher", throughput = 7 }
        """;

    private static (SeededDriver Driver, IActorRef Actor, List<object> Seen) With(string mailbox)
    {
        var driver = new SeededDriver(0, Mailboxes);
        var seen = new List<object>();
        var actor = driver.System.ActorOf(Scripted.Of((message, _) => seen.Add(message)).WithMailbox(mailbox));
        driver.Settle();
        return (driver, actor, seen);
    }

    [Fact]
    public void A_queue_of_a_priority_shows_what_comes_next()
    {
        var (driver, actor, seen) = With("shortest-first");
        foreach (var message in new[] { "long", "of", "a" }) actor.Tell(message);
        Assert.Equal(new Delivery(DeliveryKind.Ordinary, "a", null, 0), driver.InboxOf(actor).Next);
        Assert.Equal(3, driver.InboxOf(actor).Count);
        driver.Settle();

        Assert.Equal(["a", "of", "long"], seen);
    }

    [Fact]
    public void A_queue_of_a_users_own_chooses_when_the_step_runs()
    {
        var (driver, actor, seen) = With("latest-first");
        foreach (var message in new[] { 1, 2, 3 }) actor.Tell(message);
        Assert.Null(driver.InboxOf(actor).Next.Message);
        driver.Settle();

        Assert.Equal([3, 2, 1], seen);
    }

    [Fact]
    public void A_full_queue_refuses_at_once()
    {
        var (driver, actor, seen) = With("two");
        var letters = new List<object>();
        driver.System.EventStream.Subscribe(driver.Start((message, _) => letters.Add(((DeadLetter)message).Message)), typeof(DeadLetter));
        foreach (var message in new[] { 1, 2, 3 }) actor.Tell(message);
        driver.Settle();

        Assert.Equal([1, 2], seen);
        Assert.Equal([3], letters);
    }

    [Fact]
    public void A_dispatcher_of_the_configuration_is_the_worlds_and_an_unknown_one_an_error()
    {
        var driver = new SeededDriver(0, Mailboxes);
        var seen = new List<object>();
        var actor = driver.System.ActorOf(Scripted.Of((message, _) => seen.Add(message)).WithDispatcher("own-dispatcher"));
        actor.Tell("x");
        driver.Settle();

        Assert.Equal(["x"], seen);
        Assert.Equal(1, driver.System.Dispatchers.Lookup("own-dispatcher").Throughput);
        Assert.Throws<ConfigurationException>(
            () => driver.System.ActorOf(Scripted.Of((_, _) => { }).WithDispatcher("no.such")));
    }

    [Fact]
    public void A_logger_is_an_actor_like_any_other()
    {
        var driver = new SeededDriver(
            0, "akka.loglevel = INFO\nakka.loggers = [\"Sim.Tests.Runtime.Control.ControlledQueueTests+Logger, Sim.Tests\"]");
        driver.System.Log.Log(LogLevel.WarningLevel, null, "seen");
        driver.Settle();

        Assert.Contains(driver.Trace, line => line.StartsWith("/system/log-", StringComparison.Ordinal) && line.EndsWith("seen", StringComparison.Ordinal));
    }

    public sealed class ShortestFirst(Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => ((string)message).Length;
    }

    public sealed class Logger : ReceiveActor
    {
        public Logger()
        {
            Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
            ReceiveAny(_ => { });
        }
    }
}
