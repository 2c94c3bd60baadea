using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class SupervisionTests() : ActorTest(ManualScheduler.Use)
{
    private sealed record Make(Props Props, string? Name = null);

    private static SupervisorStrategy Always(Directive directive) => new OneForOneStrategy(_ => directive);

    private static void Child(object message, Scripted self)
    {
        switch (message)
        {
            case "fail": throw new InvalidOperationException("broken");
            case "count": self.Sender.Tell(self.State); break;
            default: self.State++; break;
        }
    }

    private async Task<(IActorRef Parent, IActorRef Child)> Family(
        SupervisorStrategy strategy, IActorRef? log = null, Action<object, Scripted>? child = null)
    {
        var parent = Sys.ActorOf(Scripted.Of(Supervise, strategy));
        return (parent, await parent.Ask<IActorRef>(new Make(Scripted.Of(child ?? Child, log: log)), Wait));
    }

    private static void Supervise(object message, Scripted self)
    {
        if (message is Make make) self.Sender.Tell(self.Cell.ActorOf(make.Props, make.Name));
        else self.Sender.Tell(self.Cell.GetChildren().Count());
    }

    [Fact]
    public async Task Restart_gives_a_new_instance_and_drops_the_failed_message_only()
    {
        var (_, child) = await Family(Always(Directive.Restart));
        child.Tell("more");
        child.Tell("fail");
        child.Tell("more");
        child.Tell("more");
        Assert.Equal(2, await child.Ask<int>("count", Wait));
    }

    [Fact]
    public async Task Resume_keeps_the_instance()
    {
        var (_, child) = await Family(Always(Directive.Resume));
        child.Tell("more");
        child.Tell("fail");
        child.Tell("more");
        Assert.Equal(2, await child.Ask<int>("count", Wait));
    }

    [Fact]
    public async Task Stop_ends_the_child()
    {
        var probe = NewProbe();
        var (_, child) = await Family(Always(Directive.Stop));
        await probe.Watch(child);
        child.Tell("fail");
        Assert.Equal(child, (await probe.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task Escalate_fails_the_parent_which_its_own_parent_restarts()
    {
        var log = NewProbe();
        var top = Sys.ActorOf(Scripted.Of(Supervise, Always(Directive.Restart)));
        var middle = await top.Ask<IActorRef>(
            new Make(Scripted.Of(Supervise, Always(Directive.Escalate), log.Ref)), Wait);
        await log.Expect("preStart");
        var child = await middle.Ask<IActorRef>(new Make(Scripted.Of(Child)), Wait);
        child.Tell("fail");
        await log.Expect("preRestart broken ", "postStop", "postRestart broken", "preStart");
        Assert.Equal(0, await middle.Ask<int>("children", Wait));
    }

    [Fact]
    public async Task Hooks_run_in_the_documented_order()
    {
        var log = NewProbe();
        var (_, child) = await Family(Always(Directive.Restart), log.Ref);
        child.Tell("fail");
        child.Tell(PoisonPill.Instance);
        await log.Expect(
            "preStart", "preRestart broken fail", "postStop", "postRestart broken", "preStart", "postStop");
    }

    [Fact]
    public async Task PreRestart_sees_the_sender_of_the_failed_message_and_may_stash_it()
    {
        var parent = Sys.ActorOf(Scripted.Of(Supervise, Always(Directive.Restart)));
        var child = await parent.Ask<IActorRef>(new Make(Props.Create(() => new SecondChance())), Wait);
        var (one, other) = (NewProbe(), NewProbe());
        child.Tell("first", one.Ref);
        child.Tell("second", other.Ref);
        await one.Expect("failed first", "first");
        await other.Expect("second");
        await one.ExpectNothingMore();
    }

    [Fact]
    public async Task PreRestart_of_a_sibling_that_did_not_fail_has_no_sender()
    {
        var parent = Sys.ActorOf(Scripted.Of(Supervise, new AllForOneStrategy(_ => Directive.Restart)));
        var sibling = await parent.Ask<IActorRef>(new Make(Props.Create(() => new SecondChance())), Wait);
        var failing = await parent.Ask<IActorRef>(new Make(Scripted.Of(Child)), Wait);
        var letters = NewProbe();
        Sys.EventStream.Subscribe(letters.Ref, typeof(Akka.Event.DeadLetter));
        failing.Tell("fail");
        Assert.Equal("failed ", (await letters.Next<Akka.Event.DeadLetter>()).Message);
    }

    [Fact]
    public async Task Restart_stops_the_children_and_waits_for_them()
    {
        var log = NewProbe();
        var (_, child) = await Family(Always(Directive.Restart), log.Ref, (message, self) =>
        {
            if (message is "fail") throw new InvalidOperationException("broken");
            self.Sender.Tell(self.Cell.ActorOf(Scripted.Of((_, _) => { }), "only"));
        });
        var first = await child.Ask<IActorRef>("make", Wait);
        child.Tell("fail");
        var second = await child.Ask<IActorRef>("make", Wait);
        Assert.NotEqual(first, second);
        Assert.Equal(first.Path, second.Path);
    }

    [Fact]
    public async Task More_restarts_than_allowed_stop_the_child()
    {
        var probe = NewProbe();
        var (_, child) = await Family(new OneForOneStrategy(2, TimeSpan.FromSeconds(1), _ => Directive.Restart));
        await probe.Watch(child);
        child.Tell("fail");
        child.Tell("fail");
        Assert.Equal(0, await child.Ask<int>("count", Wait));
        child.Tell("fail");
        Assert.Equal(child, (await probe.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_new_window_allows_restarts_again()
    {
        var (_, child) = await Family(new OneForOneStrategy(1, TimeSpan.FromSeconds(1), _ => Directive.Restart));
        for (var i = 0; i < 5; i++)
        {
            child.Tell("fail");
            Assert.Equal(0, await child.Ask<int>("count", Wait));
            ((ManualScheduler)Sys.Scheduler).Advance(TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public async Task AllForOne_restarts_the_siblings_too()
    {
        var parent = Sys.ActorOf(Scripted.Of(Supervise, new AllForOneStrategy(_ => Directive.Restart)));
        var one = await parent.Ask<IActorRef>(new Make(Scripted.Of(Child)), Wait);
        var other = await parent.Ask<IActorRef>(new Make(Scripted.Of(Child)), Wait);
        other.Tell("more");
        Assert.Equal(1, await other.Ask<int>("count", Wait));
        var log = NewProbe();
        var third = await parent.Ask<IActorRef>(new Make(Scripted.Of(Child, log: log.Ref)), Wait);
        one.Tell("fail");
        await log.Expect("preStart", "preRestart broken ", "postStop", "postRestart broken", "preStart");
        Assert.Equal(0, await other.Ask<int>("count", Wait));
        Assert.Equal(0, await third.Ask<int>("count", Wait));
    }

    [Fact]
    public async Task A_constructor_that_throws_stops_the_actor_by_default()
    {
        var probe = NewProbe();
        var actor = Sys.ActorOf(Props.Create(() => new Stillborn(probe.Ref)));
        Assert.Equal("constructing", await probe.Next<string>());
        await probe.Watch(actor);
        Assert.Equal(actor, (await probe.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_constructor_failure_reaches_the_supervisor_as_ActorInitializationException()
    {
        var probe = NewProbe();
        var strategy = new OneForOneStrategy(e =>
        {
            probe.Ref.Tell(e);
            return Directive.Stop;
        });
        var parent = Sys.ActorOf(Scripted.Of(Supervise, strategy));
        parent.Tell(new Make(Props.Create(() => new Stillborn(probe.Ref))));
        await probe.Expect("constructing");
        var failure = await probe.Next<ActorInitializationException>();
        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }

    [Fact]
    public async Task A_constructor_that_fails_once_is_tried_again_when_the_supervisor_restarts()
    {
        var probe = NewProbe();
        var attempts = 0;
        var parent = Sys.ActorOf(Scripted.Of(Supervise, Always(Directive.Restart)));
        Func<int> attempt = () => ++attempts;
        var child = await parent.Ask<IActorRef>(new Make(Props.Create(() => new Hesitant(attempt))), Wait);
        Assert.Equal("alive", await child.Ask<string>("?", Wait));
        Assert.Equal(2, attempts);
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task Kill_makes_the_actor_fail_and_by_default_stop()
    {
        var probe = NewProbe();
        var actor = Start((_, _) => { });
        await probe.Watch(actor);
        actor.Tell(Kill.Instance);
        Assert.Equal(actor, (await probe.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_failed_actor_handles_nothing_until_its_supervisor_has_decided()
    {
        var entered = new TaskCompletionSource();
        var decide = new ManualResetEventSlim();
        var handled = 0;
        var (_, child) = await Family(
            new OneForOneStrategy(_ =>
            {
                entered.SetResult();
                decide.Wait(Wait);
                return Directive.Resume;
            }),
            child: (message, self) =>
            {
                if (message is "fail") throw new InvalidOperationException("broken");
                Interlocked.Increment(ref handled);
                self.Sender.Tell("done");
            });
        child.Tell("fail");
        await entered.Task.WaitAsync(Wait);
        var later = child.Ask<string>("later", Wait);
        Assert.Equal(0, Volatile.Read(ref handled));
        decide.Set();
        Assert.Equal("done", await later);
    }

    private sealed class SecondChance : ReceiveActor, IWithUnboundedStash
    {
        private bool _isSecond;

        public SecondChance() => ReceiveAny(message =>
        {
            if (!_isSecond) throw new InvalidOperationException("broken");
            Sender.Tell(message);
        });

        public IStash Stash { get; set; } = null!;

        protected override void PreRestart(Exception reason, object message)
        {
            Sender.Tell($"failed {message}");
            if (message is not null) Stash.Stash();
        }

        protected override void PostRestart(Exception reason) => _isSecond = true;
    }

    private sealed class Stillborn : UntypedActor
    {
        public Stillborn(IActorRef log)
        {
            log.Tell("constructing");
            throw new InvalidOperationException("stillborn");
        }

        protected override void OnReceive(object message) => Unhandled(message);
    }

    private sealed class Hesitant : ReceiveActor
    {
        public Hesitant(Func<int> attempt)
        {
            if (attempt() == 1) throw new InvalidOperationException("not yet");
            ReceiveAny(_ => Sender.Tell("alive"));
        }
    }
}
