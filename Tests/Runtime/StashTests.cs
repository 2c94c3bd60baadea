using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class StashTests : ActorTest
{
    private static void UntilOpen(object message, Scripted self, IActorRef log)
    {
        switch (message)
        {
            case "open":
                self.Stash.UnstashAll();
                self.Switch(m => log.Tell(m));
                break;
            case "fail": throw new InvalidOperationException("broken");
            default: self.Stash.Stash(); break;
        }
    }

    [Fact]
    public async Task UnstashAll_puts_all_before_the_mailbox_in_order_of_arrival()
    {
        var log = NewProbe();
        var go = new ManualResetEventSlim();
        var actor = Start((message, self) =>
        {
            if (message is "block") go.Wait(Wait);
            else UntilOpen(message, self, log.Ref);
        });
        actor.Tell("block");
        foreach (var message in new object[] { 1, 2, 3, "open", 4, 5 }) actor.Tell(message);
        go.Set();
        await log.Expect(1, 2, 3, 4, 5);
    }

    [Fact]
    public async Task Unstash_puts_back_the_oldest_only()
    {
        var log = NewProbe();
        var open = false;
        var actor = Start((message, self) =>
        {
            if (message is "one")
            {
                open = true;
                self.Stash.Unstash();
            }
            else if (open)
            {
                log.Ref.Tell(message);
            }
            else
            {
                self.Stash.Stash();
            }
        });
        foreach (var message in new object[] { 1, 2, "one", 3 }) actor.Tell(message);
        await log.Expect(1, 3);
        await log.ExpectNothingMore();
    }

    [Fact]
    public async Task A_full_stash_overflows()
    {
        var probe = NewProbe();
        var parent = Sys.ActorOf(Scripted.Of(
            (message, self) => self.Sender.Tell(self.Cell.ActorOf((Props)message)),
            new OneForOneStrategy(e =>
            {
                probe.Ref.Tell(e);
                return Directive.Resume;
            })));
        var child = await parent.Ask<IActorRef>(
            Scripted.Of((message, self) => UntilOpen(message, self, probe.Ref)).WithStashCapacity(2), Wait);
        foreach (var message in new object[] { 1, 2, 3, "open" }) child.Tell(message);
        await probe.Next<StashOverflowException>();
        await probe.Expect(1, 2);
    }

    [Fact]
    public async Task The_same_delivery_cannot_be_stashed_twice_but_the_same_message_object_can()
    {
        var actor = Start((message, self) =>
        {
            if (message is "count")
            {
                self.Sender.Tell(self.Stash.Count);
                return;
            }

            self.Stash.Stash();
            Assert.Throws<IllegalActorStateException>(self.Stash.Stash);
        });
        var one = new object();
        actor.Tell(one);
        actor.Tell(one);
        Assert.Equal(2, await actor.Ask<int>("count", Wait));
    }

    [Fact]
    public async Task A_restart_gives_the_stash_back_to_the_mailbox_in_order()
    {
        var log = NewProbe();
        var actor = Start((message, self) => UntilOpen(message, self, log.Ref));
        foreach (var message in new object[] { 1, 2, "fail", 3, "open" }) actor.Tell(message);
        await log.Expect(1, 2, 3);
    }

    [Fact]
    public async Task What_is_stashed_when_the_actor_ends_becomes_dead_letters()
    {
        var probe = NewProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Akka.Event.DeadLetter));
        var actor = Start((message, self) => UntilOpen(message, self, probe.Ref));
        actor.Tell(1);
        actor.Tell(PoisonPill.Instance);
        Assert.Equal(1, (await probe.Next<Akka.Event.DeadLetter>()).Message);
    }

    [Fact]
    public async Task A_stashed_Terminated_is_delivered_again()
    {
        var log = NewProbe();
        var actor = Start((message, self) =>
        {
            switch (message)
            {
                case IActorRef other: self.Cell.Watch(other); break;
                case "open":
                    self.Stash.UnstashAll();
                    self.Switch(m => log.Ref.Tell(m is Terminated end ? end.ActorRef : m));
                    break;
                default: self.Stash.Stash(); break;
            }
        });
        var watched = Start((_, _) => { });
        actor.Tell(watched);
        var marker = NewProbe();
        await marker.Watch(watched);
        actor.Tell(1);
        await Identified(actor);
        watched.Tell(PoisonPill.Instance);
        await marker.Next<Terminated>();
        await Identified(actor);
        actor.Tell("open");
        await log.Expect(1, watched);
        await log.ExpectNothingMore();
    }

    // Two rounds: the news of an end is itself put into the mailbox by a message of the runtime.
    private static async Task Identified(IActorRef actor)
    {
        for (var i = 0; i < 2; i++) await actor.Ask<ActorIdentity>(new Identify(i), Wait);
    }
}
