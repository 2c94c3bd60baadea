using Akka.Actor;
using Akka.Configuration;
using Sim.Control;
using Sim.Simulation.Worlds;
using Sim.Tests.Runtime;
using Xunit;

namespace Sim.Tests.Simulation.Plugin;

/// <summary>The contract of Sim.Control, kept by a world that stands on Akka.NET's extension points.</summary>
public sealed class DispatchedWorldTests
{
    private readonly IControlledWorld _world;
    private readonly ActorSystem _system;

    public DispatchedWorldTests() => _world = SystemsWith("").Create(out _system);

    [Fact]
    public void A_step_handles_exactly_one_delivery()
    {
        var seen = new List<object>();
        var actor = _system.ActorOf(Scripted.Of((message, _) => seen.Add(message)), "actor");
        for (var i = 0; i < 3; i++) actor.Tell(i);
        var inbox = Ready("/user/actor");
        Assert.Equal((4, DeliveryKind.System), (inbox.Count, inbox.Next.Kind));

        for (var i = 0; i <= 3; i++)
        {
            Assert.Equal(i, seen.Count is 0 ? _world.Steps : seen.Count + 1);
            _world.Step(inbox);
            Assert.Equal(i, seen.Count);
        }

        Assert.Equal((0, 0, 4L), (_world.Ready.Length, inbox.Count, _world.Steps));
        Assert.Throws<InvalidOperationException>(() => inbox.Next);
        Assert.Throws<InvalidOperationException>(() => _world.Step(inbox));
    }

    [Fact]
    public void A_delivery_tells_its_message_its_sender_and_the_step_that_sent_it()
    {
        var sink = _system.ActorOf(Scripted.Of((_, _) => { }), "sink");
        var source = _system.ActorOf(
            Scripted.Of((message, self) =>
            {
                sink.Tell(message, self.Self);
                self.Cell.Stop(sink);
            }),
            "source");
        Settle();
        source.Tell("x");
        Assert.Equal(new Delivery(DeliveryKind.Ordinary, "x", null, 0), Ready("/user/source").Next);

        _world.Step(Ready("/user/source"));
        var system = Ready("/user/sink").Next;
        Assert.Equal((DeliveryKind.System, "Terminate", _world.Steps), (system.Kind, system.Message!.GetType().Name, system.Cause));
        Assert.Equal(2, Ready("/user/sink").Count);
    }

    [Fact]
    public void A_step_by_its_number_tells_what_it_follows()
    {
        var sink = _system.ActorOf(Scripted.Of((_, _) => { }), "sink");
        var source = _system.ActorOf(Scripted.Of((message, self) => sink.Tell(message, self.Self)), "source");
        Settle();
        var last = _world.Steps;
        source.Tell("x");

        var first = _world.StepAt(0, out var before, out var cause);
        Assert.Equal(("/user/source", 0L), (first.Path, cause));
        Assert.InRange(before, 1, last);
        var second = _world.StepAt(0, out before, out cause);
        Assert.Equal(("/user/sink", last + 1), (second.Path, cause));
        Assert.InRange(before, 1, last);
        Assert.Equal((last + 1, last + 2), (first.LastStep, second.LastStep));
    }

    [Fact]
    public void What_a_stash_gives_back_comes_first_and_was_caused_by_who_gave_it()
    {
        var stashing = true;
        var keeper = _system.ActorOf(
            Scripted.Of((message, self) =>
            {
                if (message is "open")
                {
                    stashing = false;
                    self.Stash.UnstashAll();
                }
                else if (stashing)
                {
                    self.Stash.Stash();
                }
            }),
            "keeper");
        foreach (var message in new[] { "1", "2", "open", "3" }) keeper.Tell(message);
        for (var i = 0; i < 4; i++) _world.Step(_world.Ready[0]);

        List<(object?, long)> rest = [];
        while (_world.Ready is [var inbox, ..])
        {
            rest.Add((inbox.Next.Message, inbox.Next.Cause));
            _world.Step(inbox);
        }

        Assert.Equal([("1", 4), ("2", 4), ("3", 0)], rest);
    }

    [Fact]
    public void Inboxes_stand_in_canonical_order_whatever_arrives_first()
    {
        var parent = _system.ActorOf(Scripted.Of((_, self) => self.Cell.ActorOf(Scripted.Of((_, _) => { }))), "parent");
        for (var i = 0; i < 66; i++) parent.Tell("child");
        _system.ActorOf(Scripted.Of((_, _) => { }), "b");
        _system.ActorOf(Scripted.Of((_, _) => { }), "a");
        for (var inbox = Ready("/user/parent"); inbox.Count > 0;) _world.Step(inbox);
        parent.Tell("again");

        var paths = _world.Ready.ToArray().Select(inbox => inbox.Path).ToList();

        Assert.Equal(["/user/a", "/user/b", "/user/parent", "/user/parent/$a", "/user/parent/$b"], paths[..5]);
        Assert.Equal(["/user/parent/$+", "/user/parent/$~", "/user/parent/$ab", "/user/parent/$bb"], paths[^4..]);
        Assert.Equal(_world.Ready.ToArray(), _world.Actors.ToArray());
    }

    [Fact]
    public void An_inbox_knows_its_owner_and_its_number()
    {
        var actor = _system.ActorOf(Scripted.Of((_, _) => { }), "actor");
        var inbox = _world.Ready[0];
        Assert.Equal((InboxKind.Actor, actor, false), (inbox.Kind, inbox.Owner, inbox.IsAwaiting));

        _system.ActorOf(Scripted.Of((_, _) => { }), "other");
        Assert.Equal(inbox.Id + 1, Ready("/user/other").Id);
    }

    [Fact]
    public void A_message_that_waits_for_an_asynchronous_handler_shows_as_awaiting()
    {
        var never = new TaskCompletionSource();
        var actor = _system.ActorOf(Props.Create(() => new Waiting(never.Task)), "waiting");
        actor.Tell(1);
        actor.Tell(2);
        Settle();

        Assert.Equal(0, _world.Ready.Length);
        var inbox = Assert.Single(_world.Actors.ToArray());
        Assert.Equal((true, 1, 2), (inbox.IsAwaiting, inbox.Count, (int)inbox.Next.Message!));
        never.SetResult();
        Assert.Equal(DeliveryKind.Continuation, inbox.Next.Kind);
    }

    [Fact]
    public void An_actor_that_ends_leaves_the_world()
    {
        var actor = _system.ActorOf(Scripted.Of((_, _) => { }), "actor");
        Settle();
        actor.Tell(PoisonPill.Instance);
        Settle();
        actor.Tell("late");
        Settle();

        Assert.DoesNotContain(_world.Actors.ToArray(), inbox => inbox.Path == "/user/actor");
        Assert.Equal(0, _world.Ready.Length);
    }

    [Fact]
    public void Actors_of_one_name_one_after_the_other_have_inboxes_of_their_own()
    {
        var seen = new List<object>();
        var first = _system.ActorOf(Scripted.Of((_, _) => { }), "actor");
        first.Tell(PoisonPill.Instance);
        Settle();
        _system.ActorOf(Scripted.Of((message, _) => seen.Add(message)), "actor").Tell("new");
        first.Tell("old");
        Settle();

        Assert.Equal(["new"], seen);
    }

    [Fact]
    public void Alarms_are_numbered_ranked_and_fire_in_the_order_that_the_driver_wants()
    {
        var seen = new List<object>();
        var actor = _system.ActorOf(Scripted.Of((message, _) => seen.Add(message)), "actor");
        Settle();
        _system.Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(2), actor, "two", ActorRefs.NoSender);
        _system.Scheduler.ScheduleTellRepeatedly(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), actor, "again", ActorRefs.NoSender);
        _system.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromSeconds(2), () => seen.Add("ran"));
        Assert.Equal(
            [("again", 1, 1), ("two", 0, 0), (null, 2, 2)], _world.Alarms.ToArray().Select(alarm => (alarm.Message, (int)alarm.Id, alarm.Rank)));
        var (repeated, two, action) = (_world.Alarms[0], _world.Alarms[1], _world.Alarms[2]);
        Assert.Equal((actor, TimeSpan.FromSeconds(3), true, 0L), (repeated.Target, repeated.Interval, repeated.IsArmed, repeated.Cause));

        _world.Fire(action);
        Assert.Equal((TimeSpan.FromSeconds(2), false), (_world.Now, action.IsArmed));
        _world.Fire(repeated);
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)), (_world.Now, repeated.Due));
        Assert.Equal(_world.Steps, Ready("/user/actor").Next.Cause);
        _world.Fire(two);
        Settle();

        Assert.Equal(["ran", "again", "two"], seen);
        Assert.Throws<InvalidOperationException>(() => _world.Fire(two));
    }

    [Fact]
    public void Cancelled_alarms_are_gone_at_once_and_one_that_throws_harms_nobody()
    {
        var cancelable = new Cancelable(_system.Scheduler);
        var kept = new Cancelable(_system.Scheduler);
        _system.Scheduler.Advanced.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.FromSeconds(1), () => { }, cancelable);
        _system.Scheduler.Advanced.ScheduleRepeatedly(
            TimeSpan.Zero, TimeSpan.FromSeconds(1), () => throw new InvalidOperationException("broken"), kept);
        cancelable.Cancel();
        var alarm = Assert.Single(_world.Alarms.ToArray());
        _world.Fire(alarm);
        Assert.True(alarm.IsArmed);
        kept.Cancel();
        _system.Scheduler.Advanced.ScheduleOnce(TimeSpan.Zero, () => { }, kept);

        Assert.Equal(0, _world.Alarms.Length);
        Assert.False(alarm.IsArmed);
    }

    [Fact]
    public void Time_is_virtual()
    {
        _world.AdvanceTo(TimeSpan.FromHours(1));
        _world.AdvanceTo(TimeSpan.FromMinutes(1));

        Assert.Equal(TimeSpan.FromHours(1), _system.Scheduler.MonotonicClock);
        Assert.Equal(TimeSpan.FromHours(1), _system.Scheduler.HighResMonotonicClock);
        Assert.Equal(new DateTimeOffset(2000, 1, 1, 1, 0, 0, TimeSpan.Zero), _system.Scheduler.Now);
    }

    [Fact]
    public void Work_for_a_dispatcher_is_a_step()
    {
        var ran = false;
        _system.Dispatchers.DefaultGlobalDispatcher.Schedule(() => ran = true);
        var inbox = _world.Ready[0];
        Assert.Equal((InboxKind.Task, DeliveryKind.Continuation, null), (inbox.Kind, inbox.Next.Kind, inbox.Owner));
        _world.Step(inbox);

        Assert.True(ran);
        Assert.Equal(0, _world.Ready.Length);
    }

    [Fact]
    public void What_another_thread_tries_is_refused_and_noted()
    {
        var seen = new List<object>();
        var actor = _system.ActorOf(Scripted.Of((message, _) => seen.Add(message)), "actor");
        Settle();
        var cancelable = new Cancelable(_system.Scheduler);
        _system.Scheduler.ScheduleTellOnce(TimeSpan.Zero, actor, "x", ActorRefs.NoSender, cancelable);

        Assert.Equal(("Tell", "/user/actor"), Elsewhere(() => actor.Tell("x")));
        Assert.Equal(("Terminate", "/user/actor"), Elsewhere(() => ((IInternalActorRef)actor).Stop()));
        Assert.Equal("Schedule", Elsewhere(() => _system.Scheduler.ScheduleTellOnce(TimeSpan.Zero, actor, "x", ActorRefs.NoSender)).Action);
        Assert.Equal("Cancel", Elsewhere(cancelable.Cancel).Action);
        Assert.Equal("work for a dispatcher", Elsewhere(() => _system.Dispatchers.DefaultGlobalDispatcher.Schedule(() => { })).Action);
        Assert.Equal("ActorOf", Elsewhere(() => Assert.Throws<InvalidOperationException>(() => _system.ActorOf(Scripted.Of((_, _) => { })))).Action);
        Assert.Equal((0, 1), (_world.Ready.Length, _world.Alarms.Length));
        Assert.Empty(seen);
    }

    [Fact]
    public void A_step_on_another_thread_or_within_a_step_is_refused()
    {
        var refused = 0;
        void Try()
        {
            if (Record.Exception(() => _world.Step(_world.Ready[0])) is InvalidOperationException) refused++;
        }

        var actor = _system.ActorOf(Scripted.Of((_, self) => Try()), "actor");
        var thread = new Thread(Try);
        thread.Start();
        thread.Join();
        actor.Tell("x");
        actor.Tell("y");
        Settle();

        Assert.Equal((2, 3L), (refused - 1, _world.Steps));
    }

    [Theory]
    [InlineData("akka.actor.default-dispatcher", "")]
    [InlineData("akka.actor.internal-dispatcher", "")]
    [InlineData("akka.actor.default-blocking-io-dispatcher", "")]
    [InlineData("akka.actor.synchronized-dispatcher", "")]
    [InlineData("akka.actor.task-dispatcher", "")]
    [InlineData("akka.actor.default-fork-join-dispatcher", "")]
    [InlineData("akka.io.pinned-dispatcher", "")]
    [InlineData("own", "own { type = ForkJoinDispatcher, throughput = 100 }")]
    [InlineData("a.b.own", "a.b.own { throughput = 100 }")]
    [InlineData("own", "own.executor = thread-pool-executor")]
    [InlineData("alias", "own.type = Dispatcher\nalias = own")]
    [InlineData("own", "own.type = \"Sim.Tests.Runtime.DispatcherPlugInTests+StepConfigurator, Sim.Tests\"")]
    public void Every_dispatcher_of_the_configuration_is_the_worlds(string id, string config)
    {
        var world = SystemsWith(config).Create(out var system);
        system.ActorOf(Scripted.Of((_, _) => { }).WithDispatcher(id), "actor");

        Assert.Equal("/user/actor", Assert.Single(world.Ready.ToArray()).Path);
        Assert.Same(system.Dispatchers.DefaultGlobalDispatcher, system.Dispatchers.Lookup(id));
    }

    [Fact]
    public void The_end_of_a_system_is_a_matter_of_steps()
    {
        _system.ActorOf(Scripted.Of((_, self) => { }), "actor");
        _system.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromSeconds(1), () => { });
        var end = _system.Terminate();
        Assert.False(end.IsCompleted);
        Settle();

        Assert.True(_system.WhenTerminated.IsCompleted);
        Assert.Equal((0, 0, false), (_world.Alarms.Length, _world.Actors.Length, _world.HasIntrusions));
    }

    [Fact]
    public void Parts_of_a_world_serve_no_other_system()
    {
        var config = ConfigurationFactory.ParseString(
            "akka.scheduler.implementation = \"Sim.Simulation.Worlds.Dispatched.WorldScheduler, Sim.Simulation\"");
        using var other = ActorSystem.Create("other", config);

        var error = Record.Exception(() => other.Scheduler);

        Assert.Contains(nameof(SimulatedSystems), error!.GetBaseException().Message, StringComparison.Ordinal);
    }

    private static SimulatedSystems SystemsWith(string config) =>
        new(ConfigurationFactory.ParseString($"{SimulatedSystems.WorldKey} = plug-in\n{config}"));

    private void Settle()
    {
        while (_world.Ready is [var first, ..]) _world.Step(first);
    }

    private IInbox Ready(string path) => Assert.Single(_world.Ready.ToArray(), inbox => inbox.Path == path);

    private (string Action, string Target) Elsewhere(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
        Assert.True(_world.TryTakeIntrusion(out var intrusion));
        Assert.False(_world.HasIntrusions);
        Assert.Contains(nameof(Elsewhere), intrusion.StackTrace, StringComparison.Ordinal);
        return (intrusion.Action, intrusion.Target);
    }

    private sealed class Waiting : ReceiveActor
    {
        public Waiting(Task task) => ReceiveAnyAsync(async _ => await task);
    }
}
