using Akka.Actor;
using Akka.Event;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class EventStreamTests : ActorTest
{
    private interface IFruit;

    private record Apple : IFruit;

    private sealed record Boskoop : Apple;

    [Fact]
    public async Task A_subscriber_gets_the_class_and_what_is_derived_from_it()
    {
        var fruit = NewProbe();
        var apples = NewProbe();
        Assert.True(Sys.EventStream.Subscribe(fruit.Ref, typeof(IFruit)));
        Assert.True(Sys.EventStream.Subscribe(apples.Ref, typeof(Boskoop)));
        Assert.False(Sys.EventStream.Subscribe(fruit.Ref, typeof(IFruit)));
        Sys.EventStream.Publish(new Apple());
        Sys.EventStream.Publish(new Boskoop());
        Sys.EventStream.Publish("no fruit");
        await fruit.Expect(new Apple(), new Boskoop());
        await fruit.ExpectNothingMore();
        await apples.Expect(new Boskoop());
        await apples.ExpectNothingMore();
    }

    [Fact]
    public async Task Who_has_ended_is_no_subscriber_any_more()
    {
        Sys.EventStream.StartUnsubscriber((ActorSystemImpl)Sys);
        var watcher = NewProbe();
        var subscriber = Start((_, _) => { });
        Sys.EventStream.Subscribe(subscriber, typeof(string));
        await watcher.Watch(subscriber);
        Sys.Stop(subscriber);
        await watcher.Next<Terminated>();
        Sys.EventStream.Publish("one");
        Assert.False(Sys.EventStream.Unsubscribe(subscriber, typeof(string)));
    }

    [Fact]
    public async Task Who_unsubscribes_gets_nothing_more()
    {
        var probe = NewProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(string));
        Sys.EventStream.Publish("one");
        Assert.True(Sys.EventStream.Unsubscribe(probe.Ref));
        Assert.False(Sys.EventStream.Unsubscribe(probe.Ref, typeof(string)));
        Sys.EventStream.Publish("two");
        await probe.Expect("one");
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task A_message_to_a_dead_actor_is_a_dead_letter_with_its_parties()
    {
        var probe = NewProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(DeadLetter));
        var dead = Start((_, _) => { });
        await dead.GracefulStop(Wait);
        dead.Tell("hello", probe.Ref);
        var letter = await probe.Next<DeadLetter>();
        Assert.Equal(("hello", probe.Ref, dead), (letter.Message, letter.Sender, letter.Recipient));
    }

    [Fact]
    public async Task Suppressed_messages_are_no_ordinary_dead_letters()
    {
        var ordinary = NewProbe();
        var all = NewProbe();
        var dead = Start((_, _) => { });
        await dead.GracefulStop(Wait);
        Sys.EventStream.Subscribe(ordinary.Ref, typeof(DeadLetter));
        Sys.EventStream.Subscribe(all.Ref, typeof(AllDeadLetters));
        dead.Tell(PoisonPill.Instance);
        Assert.Equal(PoisonPill.Instance, (await all.Next<SuppressedDeadLetter>()).Message);
        await ordinary.ExpectNothingMore();
    }

    [Fact]
    public async Task An_unhandled_message_is_published()
    {
        var probe = NewProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(UnhandledMessage));
        var actor = Start((message, self) => self.Unhandled(message));
        actor.Tell("what?");
        var unhandled = await probe.Next<UnhandledMessage>();
        Assert.Equal(("what?", actor), (unhandled.Message, unhandled.Recipient));
    }

    [Fact]
    public async Task A_failure_is_logged_with_its_cause()
    {
        var probe = NewProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Error));
        var cause = new InvalidOperationException("broken");
        var actor = Start((_, _) => throw cause);
        actor.Tell("go");
        var error = await probe.Next<Error>();
        Assert.Same(cause, error.Cause);
        Assert.Equal(actor.Path.ToString(), error.LogSource);
    }

    [Fact]
    public async Task A_log_formats_its_template_when_it_is_read()
    {
        var system = ActorSystem.Create("logs", Akka.Configuration.ConfigurationFactory.ParseString(
            "akka { loglevel = DEBUG, loggers = [] }"));
        var probe = new Probe(system);
        system.EventStream.Subscribe(probe.Ref, typeof(LogEvent));
        var log = Logging.GetLogger(system, "source");
        log.Debug("{0} and {1:D3}", "a", 7);
        log.Info("{Name} is {{braced}}", "b");
        log.Warning("plain {");
        Assert.Equal("a and 007", (await probe.Next<Debug>()).Message.ToString());
        Assert.Equal("b is {braced}", (await probe.Next<Info>()).Message.ToString());
        Assert.Equal("plain {", (await probe.Next<Warning>()).Message.ToString());
        await system.Terminate().WaitAsync(Wait);
    }

    [Fact]
    public async Task A_listener_for_dead_letters_whose_mailbox_is_full_does_not_hear_of_itself()
    {
        var system = ActorSystem.Create("full", Akka.Configuration.ConfigurationFactory.ParseString(
            "akka.loglevel = OFF\nsmall { mailbox-type = \"Akka.Dispatch.BoundedMailbox\", mailbox-capacity = 1, mailbox-push-timeout-time = 0s }"));
        var go = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        var listener = system.ActorOf(Scripted.Of((_, _) =>
        {
            started.TrySetResult();
            go.Wait(Wait);
        }).WithMailbox("small"));
        system.EventStream.Subscribe(listener, typeof(DeadLetter));
        system.DeadLetters.Tell("first");
        await started.Task.WaitAsync(Wait);
        for (var i = 0; i < 3; i++) system.DeadLetters.Tell("more");
        go.Set();
        await system.Terminate().WaitAsync(Wait);
    }

    [Fact]
    public async Task A_logged_object_whose_text_throws_does_not_fail_who_logs()
    {
        using var system = ActorSystem.Create("chatty", Akka.Configuration.ConfigurationFactory.ParseString(
            "akka.loglevel = ERROR\nakka.stdout-loglevel = ERROR"));
        var actor = system.ActorOf(Scripted.Of((message, self) =>
        {
            if (message is "log") self.Cell.GetLogger().Error("{0}", new Unspeakable());
            else self.Sender.Tell(self.State++);
        }));
        Assert.Equal(0, await actor.Ask<int>("?", Wait));
        actor.Tell("log");
        Assert.Equal(1, await actor.Ask<int>("?", Wait));
    }

    private sealed class Unspeakable
    {
        public override string ToString() => throw new InvalidOperationException("no text");
    }
}
