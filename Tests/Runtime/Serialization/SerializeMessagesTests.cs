using Akka.Actor;
using Akka.Event;
using Xunit;

namespace Sim.Tests.Runtime.Serialization;

/// <summary>akka.actor.serialize-messages: for tests, every message goes through its serializer before it is delivered.</summary>
public sealed class SerializeMessagesTests() : ActorTest("akka.actor.serialize-messages = on")
{
    private sealed record Message(string Text, List<int> Numbers);

    private sealed record Exempt(Action Run) : INoSerializationVerificationNeeded;

    private sealed record Broken(Action Run);

    private sealed record Wrapper(object Message) : IWrappedMessage;

    private sealed record Request(IActorRef ReplyTo);

    [Fact]
    public async Task The_receiver_gets_a_copy()
    {
        var probe = NewProbe();
        var message = new Message("text", [1, 2]);
        probe.Ref.Tell(message);
        var received = await probe.Next<Message>();
        Assert.NotSame(message, received);
        Assert.Equal(message.Text, received.Text);
        Assert.Equal(message.Numbers, received.Numbers);
        Assert.NotSame(message.Numbers, received.Numbers);
    }

    [Fact]
    public async Task A_message_that_is_marked_is_delivered_as_it_is_even_in_a_wrapper()
    {
        var probe = NewProbe();
        var message = new Exempt(() => { });
        probe.Ref.Tell(message);
        Assert.Same(message, await probe.Next<Exempt>());
        var wrapper = new Wrapper(message);
        probe.Ref.Tell(wrapper);
        Assert.Same(wrapper, await probe.Next<Wrapper>());
    }

    [Fact]
    public async Task A_message_that_does_not_survive_is_logged_and_not_delivered()
    {
        var probe = NewProbe();
        var log = NewProbe();
        Sys.EventStream.Subscribe(log.Ref, typeof(Error));
        probe.Ref.Tell(new Broken(() => { }));
        var error = await log.Next<Error>();
        Assert.NotNull(error.Cause);
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task Sender_and_references_reach_the_same_actors()
    {
        var probe = NewProbe();
        var actor = Start((message, self) =>
        {
            if (message is not Request request) return;
            request.ReplyTo.Tell("by field");
            self.Sender.Tell("by sender");
        });
        actor.Tell(new Request(probe.Ref), probe.Ref);
        await probe.Expect("by field", "by sender");
        Assert.Equal("by field", await actor.Ask<string>(self => new Request(self), Wait, default));
    }

    [Fact]
    public async Task The_runtimes_own_messages_work_as_ever()
    {
        var probe = NewProbe();
        var actor = Start((message, self) =>
        {
            if (message is ReceiveTimeout) self.Sender.Tell("timeout");
        });
        Assert.Equal(actor, (await actor.Ask<ActorIdentity>(new Identify("id"), Wait)).Subject);
        probe.Ref.Tell(new Status.Failure(new InvalidOperationException("cause")));
        Assert.Equal("cause", (await probe.Next<Status.Failure>()).Cause.Message);
        probe.Ref.Tell(new Status.Success(7));
        Assert.Equal(7, (await probe.Next<Status.Success>()).Status);
        await probe.Watch(actor);
        actor.Tell(PoisonPill.Instance);
        Assert.Equal(actor, (await probe.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_dead_letter_is_checked_by_what_it_holds()
    {
        var probe = NewProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(DeadLetter));
        var message = new Message("lost", []);
        Sys.DeadLetters.Tell(message, probe.Ref);
        var letter = await probe.Next<DeadLetter>();
        Assert.Equal("lost", Assert.IsType<Message>(letter.Message).Text);
        Assert.NotSame(message, letter.Message);
        Assert.Equal(probe.Ref, letter.Sender);
    }

    [Fact]
    public async Task Without_the_setting_messages_are_passed_as_they_are()
    {
        using var system = ActorSystem.Create("plain");
        var probe = new Probe(system);
        var message = new Broken(() => { });
        probe.Ref.Tell(message);
        Assert.Same(message, await probe.Next<Broken>());
    }
}
