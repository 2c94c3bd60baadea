using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Xunit;

namespace Sim.Tests.Runtime;

/// <summary>What a deterministic dispatcher stands on: it alone decides which actor runs when, one message at a time.</summary>
public sealed class DispatcherPlugInTests
{
    private const string Section = "{ type = \"Sim.Tests.Runtime.DispatcherPlugInTests+StepConfigurator, Sim.Tests\" }";

    private static readonly Config Stepped = ConfigurationFactory.ParseString(
        $"akka.loglevel = OFF\nakka.actor.default-dispatcher {Section}\nakka.actor.internal-dispatcher {Section}\n"
        + ManualScheduler.Use);

    private static StepDispatcher Of(ActorSystem system) => (StepDispatcher)system.Dispatchers.DefaultGlobalDispatcher;

    [Fact]
    public void A_run_of_a_mailbox_handles_exactly_one_message()
    {
        var system = ActorSystem.Create("stepped", Stepped);
        var seen = new List<object>();
        var actor = system.ActorOf(Scripted.Of((message, _) => seen.Add(message)));
        Of(system).RunAll();
        for (var i = 0; i < 5; i++) actor.Tell(i);
        for (var i = 1; i <= 5; i++)
        {
            var mailbox = Assert.Single(Of(system).Ready);
            Assert.IsAssignableFrom<Mailbox>(mailbox);
            Of(system).RunNext();
            Assert.Equal(i, seen.Count);
        }

        Assert.Empty(Of(system).Ready);
    }

    [Fact]
    public void A_mailbox_arrives_only_when_it_goes_from_idle_to_scheduled()
    {
        var system = ActorSystem.Create("stepped", Stepped);
        var a = system.ActorOf(Scripted.Of((_, _) => { }));
        var b = system.ActorOf(Scripted.Of((_, _) => { }));
        Of(system).RunAll();
        foreach (var actor in new[] { a, b, a, a, b }) actor.Tell("x");
        Assert.Equal(2, Of(system).Ready.Count);
    }

    [Fact]
    public void The_same_choices_give_the_same_run()
    {
        List<string> Run()
        {
            var system = ActorSystem.Create("stepped", Stepped);
            var trace = new List<string>();
            var sink = system.ActorOf(Scripted.Of((m, self) => trace.Add($"{self.Sender.Path.Name}:{m}")), "sink");
            for (var i = 0; i < 3; i++)
            {
                system.ActorOf(Scripted.Of((m, self) =>
                {
                    sink.Tell(m);
                    if ((int)m < 5) self.Self.Tell((int)m + 1);
                })).Tell(0);
            }

            var seed = 42u;
            while (Of(system).Ready.Count > 0)
            {
                seed = (seed * 1664525u) + 1013904223u;
                Of(system).Run((int)(seed >> 16) % Of(system).Ready.Count);
            }

            return trace;
        }

        var first = Run();
        Assert.Equal(18, first.Count);
        Assert.Equal(first, Run());
    }

    [Fact]
    public void Termination_is_a_matter_of_steps_too()
    {
        var system = ActorSystem.Create("stepped", Stepped);
        system.ActorOf(Scripted.Of((_, _) => { }));
        var end = system.Terminate();
        Assert.False(end.IsCompleted);
        Of(system).RunAll();
        Assert.True(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public void Asynchronous_handlers_and_restarts_run_in_steps()
    {
        var system = ActorSystem.Create("stepped", Stepped);
        var seen = new List<string>();
        var actor = system.ActorOf(Props.Create(() => new Async(seen)));
        actor.Tell(1);
        actor.Tell(-1);
        actor.Tell(2);
        Of(system).RunAll();
        Assert.Equal(["begin 1", "end 1", "begin -1", "begin 2", "end 2"], seen);
    }

    [Fact]
    public void Every_envelope_can_be_observed()
    {
        var system = ActorSystem.Create("stepped", Stepped);
        var actor = system.ActorOf(Scripted.Of((_, _) => { }));
        Of(system).RunAll();
        actor.Tell("seen");
        Assert.Contains("seen", Of(system).Sent);
    }

    [Fact]
    public async Task A_mailbox_type_from_the_configuration_makes_the_queues()
    {
        var system = ActorSystem.Create("mailboxes", ConfigurationFactory.ParseString(
            "akka.loglevel = OFF\nlatest-first.mailbox-type = \"Sim.Tests.Runtime.DispatcherPlugInTests+LatestFirst, Sim.Tests\""));
        var probe = new Probe(system);
        var go = new ManualResetEventSlim();
        var actor = system.ActorOf(Scripted.Of((message, _) =>
        {
            if (message is "block") go.Wait(TimeSpan.FromSeconds(10));
            else probe.Ref.Tell(message);
        }).WithMailbox("latest-first"));
        actor.Tell("block");
        Assert.True(SpinWait.SpinUntil(() => ((ActorCell)actor).Mailbox.MessageQueue.Count == 0, TimeSpan.FromSeconds(10)));
        actor.Tell(1);
        actor.Tell(2);
        go.Set();
        await probe.Expect(2, 1);
        await system.Terminate();
    }

    [Theory]
    [InlineData("akka.actor.default-dispatcher")]
    [InlineData("akka.actor.internal-dispatcher")]
    [InlineData("akka.actor.default-blocking-io-dispatcher")]
    [InlineData("akka.actor.synchronized-dispatcher")]
    [InlineData("akka.actor.task-dispatcher")]
    [InlineData("akka.actor.default-fork-join-dispatcher")]
    [InlineData("akka.io.pinned-dispatcher")]
    [InlineData("a.users.own-dispatcher")]
    public void Every_section_can_be_redirected_and_runs_one_message_at_a_time(string id)
    {
        var system = ActorSystem.Create("stepped", ConfigurationFactory.ParseString($"{id} {Section}").WithFallback(Stepped));
        var seen = new List<object>();
        var actor = system.ActorOf(Scripted.Of((message, _) => seen.Add(message)).WithDispatcher(id));
        Assert.Same(Of(system), system.Dispatchers.Lookup(id));
        Of(system).RunAll();
        for (var i = 0; i < 3; i++) actor.Tell(i);
        for (var i = 1; i <= 3; i++)
        {
            Of(system).RunNext();
            Assert.Equal(i, seen.Count);
        }

        Assert.Equal(1, Of(system).Throughput);
        Assert.Equal(0, Of(system).ThroughputDeadlineTime);
    }

    [Fact]
    public void Without_a_deadline_of_zero_a_throughput_of_one_is_still_one_message()
    {
        var system = ActorSystem.Create("stepped", Stepped);
        Of(system).ThroughputDeadlineTime = null;
        var seen = new List<object>();
        var actor = system.ActorOf(Scripted.Of((message, _) => seen.Add(message)));
        Of(system).RunAll();
        actor.Tell(1);
        actor.Tell(2);
        Of(system).RunNext();

        Assert.Equal([1], seen);
    }

    [Fact]
    public void Time_is_the_configured_schedulers_for_timers_receive_timeouts_and_asks()
    {
        var system = ActorSystem.Create("stepped", Stepped);
        var seen = new List<object>();
        system.ActorOf(Scripted.Of((message, self) =>
        {
            if (message is "start")
            {
                self.Timers.StartSingleTimer("key", "timer", TimeSpan.FromMinutes(1));
                self.Cell.SetReceiveTimeout(TimeSpan.FromMinutes(10));
            }
            else
            {
                seen.Add(message);
            }
        })).Tell("start");
        var silent = system.ActorOf(Scripted.Of((_, _) => { })).Ask("x", TimeSpan.FromMinutes(5));
        Of(system).RunAll();
        ((ManualScheduler)system.Scheduler).Advance(TimeSpan.FromMinutes(2));
        Of(system).RunAll();
        Assert.Equal(["timer"], seen);
        ((ManualScheduler)system.Scheduler).Advance(TimeSpan.FromMinutes(10));
        Of(system).RunAll();

        Assert.Equal(["timer", ReceiveTimeout.Instance], seen);
        Assert.True(silent.IsFaulted);
    }

    [Fact]
    public void An_unknown_dispatcher_is_a_configuration_error()
    {
        using var system = ActorSystem.Create("unknown", ConfigurationFactory.ParseString("akka.loglevel = OFF"));
        Assert.Throws<ConfigurationException>(
            () => system.ActorOf(Scripted.Of((_, _) => { }).WithDispatcher("no.such")));
    }

    public sealed class StepConfigurator : MessageDispatcherConfigurator
    {
        private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, StepDispatcher> Shared = [];

        public StepConfigurator(Config config, IDispatcherPrerequisites prerequisites)
            : base(config, prerequisites)
        {
        }

        // One list of work for all sections of a system.
        public override MessageDispatcher Dispatcher() =>
            Shared.GetValue(Prerequisites.Settings, _ => new StepDispatcher(this));
    }

    public sealed class StepDispatcher : MessageDispatcher
    {
        public StepDispatcher(MessageDispatcherConfigurator configurator)
            : base(configurator)
        {
            Throughput = 1;
            ThroughputDeadlineTime = 0;
        }

        public List<IRunnable> Ready { get; } = [];

        public List<object> Sent { get; } = [];

        public override void Dispatch(ActorCell cell, Envelope envelope)
        {
            Sent.Add(envelope.Message);
            base.Dispatch(cell, envelope);
        }

        public void RunNext() => Run(0);

        public void Run(int index)
        {
            var work = Ready[index];
            Ready.RemoveAt(index);
            work.Run();
        }

        public void RunAll()
        {
            while (Ready.Count > 0) RunNext();
        }

        protected override void ExecuteTask(IRunnable run) => Ready.Add(run);

        protected override void Shutdown()
        {
        }
    }

    public sealed class LatestFirst(Settings settings, Config config) : MailboxType(settings, config)
    {
        public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new Queue();

        private sealed class Queue : IMessageQueue
        {
            private readonly System.Collections.Concurrent.ConcurrentStack<Envelope> _messages = new();

            public bool HasMessages => !_messages.IsEmpty;

            public int Count => _messages.Count;

            public void Enqueue(IActorRef receiver, Envelope envelope) => _messages.Push(envelope);

            public bool TryDequeue(out Envelope envelope) => _messages.TryPop(out envelope);

            public void CleanUp(IActorRef owner, IMessageQueue deadletters)
            {
                while (TryDequeue(out var envelope)) deadletters.Enqueue(owner, envelope);
            }
        }
    }

    private sealed class Async : ReceiveActor
    {
        public Async(List<string> seen) => ReceiveAsync<int>(async n =>
        {
            seen.Add($"begin {n}");
            await Task.Yield();
            if (n < 0) throw new InvalidOperationException("broken");
            seen.Add($"end {n}");
        });
    }
}
