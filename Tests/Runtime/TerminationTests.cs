using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class TerminationTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Terminate_under_load_ends_every_actor()
    {
        var system = ActorSystem.Create("busy");
        var stopped = 0;
        var actors = Enumerable.Range(0, 50).Select(_ => system.ActorOf(Props.Create(() => new Chatter(() => Interlocked.Increment(ref stopped))))).ToList();
        foreach (var actor in actors) actor.Tell(actors);
        await system.Terminate().WaitAsync(Wait);
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
        Assert.Equal(50, stopped);
    }

    [Fact]
    public async Task Callbacks_run_at_the_end_the_last_one_first()
    {
        var system = ActorSystem.Create("callbacks");
        var order = new List<int>();
        system.RegisterOnTermination(() => order.Add(1));
        system.RegisterOnTermination(() => throw new InvalidOperationException("broken"));
        system.RegisterOnTermination(() => order.Add(2));
        await system.Terminate().WaitAsync(Wait);
        Assert.Equal([2, 1], order);
        Assert.Throws<InvalidOperationException>(() => system.RegisterOnTermination(() => { }));
    }

    [Fact]
    public async Task No_actor_can_be_created_after_the_end()
    {
        var system = ActorSystem.Create("ended");
        await system.Terminate().WaitAsync(Wait);
        await system.Terminate().WaitAsync(Wait);
        Assert.Throws<InvalidOperationException>(() => system.ActorOf(Scripted.Of((_, _) => { })));
    }

    [Fact]
    public async Task An_escalation_to_the_top_ends_the_system()
    {
        var system = ActorSystem.Create("doomed", Akka.Configuration.ConfigurationFactory.ParseString(
            "akka.loglevel = OFF\nakka.actor.guardian-supervisor-strategy = \"Sim.Tests.Runtime.TerminationTests+Escalating, Sim.Tests\""));
        system.ActorOf(Scripted.Of((_, _) => throw new InvalidOperationException("broken"))).Tell("go");
        await system.WhenTerminated.WaitAsync(Wait);
    }

    [Fact]
    public async Task Many_systems_can_run_and_end_side_by_side()
    {
        var systems = Enumerable.Range(0, 50).Select(i => ActorSystem.Create($"s{i}")).ToList();
        var echoes = systems.Select(s => s.ActorOf(Scripted.Of((m, self) => self.Sender.Tell(m)), "echo")).ToList();
        var replies = await Task.WhenAll(echoes.Select((e, i) => e.Ask<int>(i, Wait)));
        Assert.Equal(Enumerable.Range(0, 50), replies);
        await Task.WhenAll(systems.Select(s => s.Terminate())).WaitAsync(Wait);
    }

    [Fact]
    public void Extensions_are_made_once_per_system()
    {
        using var system = ActorSystem.Create("extended");
        Assert.False(system.HasExtension<Counter>());
        Assert.Same(new CounterId().Apply(system), new CounterId().Get(system));
        Assert.Same(system.GetExtension<Counter>(), new CounterId().Get(system));
    }

    public sealed class Escalating : SupervisorStrategyConfigurator
    {
        public override SupervisorStrategy Create() => new OneForOneStrategy(_ => Directive.Escalate);
    }

    private sealed class Counter : IExtension;

    private sealed class CounterId : ExtensionIdProvider<Counter>
    {
        public override Counter CreateExtension(ExtendedActorSystem system) => new();
    }

    private sealed class Chatter : ReceiveActor
    {
        private readonly Action _stopped;

        public Chatter(Action stopped)
        {
            _stopped = stopped;
            Receive<List<IActorRef>>(others =>
            {
                foreach (var other in others) other.Tell(1);
            });
            Receive<int>(n => Sender.Tell(n + 1));
        }

        protected override void PostStop() => _stopped();
    }
}
