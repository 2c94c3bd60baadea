using Akka.Actor;
using Akka.Event;
using Sim.Control;
using Xunit;

namespace Sim.Tests.Runtime.Control;

/// <summary>A step tells what it did to others, also what nobody will ever handle.</summary>
public sealed class ControlledEffectsTests
{
    private readonly SeededDriver _driver = new(0, """
        two { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 2 }
        """);

    [Fact]
    public void Sends_are_told_in_order()
    {
        var (a, b) = (Idle("a"), Idle("b"));
        var sender = _driver.Start((_, self) =>
        {
            b.Tell(1);
            a.Tell(2);
            self.Self.Tell(3);
        }, "sender");
        _driver.Settle();

        sender.Tell("go");

        Assert.Equal([Sent(b), Sent(a), Sent(sender)], EffectsOf(sender));
        Assert.Empty(EffectsOf(a));
    }

    [Fact]
    public void What_overtakes_is_told_from_what_waits_its_turn()
    {
        var bounded = _driver.System.ActorOf(Scripted.Of((_, _) => { }).WithMailbox("two"), "bounded");
        var parent = _driver.Start((_, self) =>
        {
            self.Cell.Watch(bounded);
            bounded.Tell(1);
            self.Cell.Stop(self.Cell.ActorOf(Scripted.Of((_, _) => { }), "child"));
        }, "parent");
        _driver.Settle();

        parent.Tell("go");

        var child = IdOf(parent) + 1;
        Assert.Equal(
            [
                new(EffectKind.Overtook, IdOf(bounded)), new(EffectKind.Overtook, IdOf(bounded)),
                new(EffectKind.Created, child), new(EffectKind.Overtook, child),
            ],
            EffectsOf(parent));
    }

    [Fact]
    public void End_is_told_and_sends_to_the_ended_are()
    {
        var ended = Idle("ended");
        var sender = _driver.Start((_, _) => ended.Tell(1), "sender");
        _driver.Settle();
        ended.Tell(PoisonPill.Instance);
        var id = IdOf(ended);
        EffectsOf(ended);

        Assert.Contains(new Effect(EffectKind.Ended, id), EffectsOf(ended));

        sender.Tell("go");
        Assert.Equal([new(EffectKind.Sent, id)], EffectsOf(sender));
    }

    [Fact]
    public void Who_listens_to_dead_letters_can_tell_before_from_after()
    {
        var ended = Idle("ended");
        var ear = Idle("ear");
        var sender = _driver.Start((_, _) => ended.Tell(1), "sender");
        _driver.System.EventStream.Subscribe(ear, typeof(DeadLetter));
        _driver.Settle();
        ended.Tell(PoisonPill.Instance);
        var id = IdOf(ended);
        EffectsOf(ended);

        Assert.Contains(new Effect(EffectKind.Lost, id), EffectsOf(ended));

        sender.Tell("go");
        Assert.Equal([new(EffectKind.Dropped, id), Sent(ear)], EffectsOf(sender));
    }

    [Fact]
    public void Cancelling_is_told_whether_it_comes_in_time_or_not()
    {
        var cancelable = new Cancelable(_driver.System.Scheduler);
        var other = Idle("other");
        var actor = _driver.Start((message, self) =>
        {
            if (message is "start")
                self.Cell.System.Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(1), other, 1, self.Self, cancelable);
            else
                cancelable.Cancel();
        }, "actor");
        _driver.Settle();
        actor.Tell("start");
        _driver.Settle();
        var alarm = _driver.World.Alarms[0];
        _driver.World.Fire(alarm);

        actor.Tell("cancel");

        Assert.Equal([new(EffectKind.Cancelled, alarm.Id)], EffectsOf(actor));
    }

    [Fact]
    public void What_a_step_scheduled_and_cancelled_is_nobody_elses()
    {
        var actor = _driver.Start((_, self) =>
        {
            self.Timers.StartSingleTimer("key", 1, TimeSpan.FromSeconds(1));
            self.Timers.Cancel("key");
        });
        _driver.Settle();

        actor.Tell("go");

        Assert.Empty(EffectsOf(actor));
    }

    [Fact]
    public void Inbox_of_a_request_is_there_before_its_first_reply()
    {
        var askers = new List<Task<object>>();
        var (early, late) = (Idle("early"), Idle("late"));
        var asker = _driver.Start((_, _) => askers.AddRange([early.Ask("?"), late.Ask("?")]), "asker");
        _driver.Settle();
        asker.Tell("go");
        EffectsOf(asker);
        var (first, second) = (_driver.InboxOf(early).Next.Sender, _driver.InboxOf(late).Next.Sender);
        var replier = _driver.Start((message, _) => ((IActorRef)message).Tell("!"), "replier");
        _driver.Settle();

        replier.Tell(second!);
        var effect = Assert.Single(EffectsOf(replier));
        Assert.Equal(IdOf((IActorRef)second!), effect.Target);
        replier.Tell(first!);
        Assert.Equal(effect.Target - 1, Assert.Single(EffectsOf(replier)).Target);
    }

    private IActorRef Idle(string name) => _driver.Start((_, _) => { }, name);

    private Effect Sent(IActorRef to) => new(EffectKind.Sent, IdOf(to));

    private int IdOf(IActorRef actor)
    {
        foreach (var inbox in _driver.World.Actors)
        {
            if (actor.Equals(inbox.Owner)) return inbox.Id;
        }

        return _driver.InboxOf(actor).Id;
    }

    // Handles its next delivery, and tells what that did.
    private Effect[] EffectsOf(IActorRef actor)
    {
        var log = (IEffectLog)_driver.World;
        log.IsTelling = true;
        _driver.Step(_driver.InboxOf(actor));
        return log.Effects.ToArray();
    }
}
