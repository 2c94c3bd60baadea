using Akka.Actor;
using Akka.Event;
using Xunit;

namespace Sim.Tests.Runtime.Reliability;

/// <summary>Whatever throws, somebody decides about it, and nothing is left waiting.</summary>
public sealed class ThrowingPartsTests : ActorTest
{
    [Fact]
    public async Task What_waits_for_an_actor_whose_constructor_throws_becomes_dead_letters()
    {
        var (letters, watcher) = (NewProbe(), NewProbe());
        Sys.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        using var gate = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new Unborn(gate)));
        for (var i = 0; i < 1_000; i++) actor.Tell(i);
        gate.Set();
        await watcher.Watch(actor);
        Assert.Equal(actor, (await watcher.Next<Terminated>()).ActorRef);
        for (var i = 0; i < 1_000; i++) Assert.Equal(i, (await letters.Next<DeadLetter>()).Message);
    }

    [Fact]
    public async Task A_decider_that_throws_fails_the_supervisor_whose_own_supervisor_decides()
    {
        var log = NewProbe();
        var parent = Sys.ActorOf(Scripted.Of(
            (_, self) => self.Cell.ActorOf(Scripted.Of((_, _) => throw new InvalidOperationException("broken"))).Tell("fail"),
            new OneForOneStrategy(_ => throw new InvalidOperationException("faulty decider")),
            log.Ref));
        await log.Expect("preStart");
        parent.Tell("go");
        Assert.StartsWith("preRestart faulty decider", await log.Next<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_whose_strategy_cannot_be_made_fails_when_it_is_needed()
    {
        var (log, errors) = (NewProbe(), NewProbe());
        Sys.EventStream.Subscribe(errors.Ref, typeof(Error));
        var parent = Sys.ActorOf(Props.Create(() => new WithoutStrategy(log.Ref)));
        await log.Expect("begins");
        parent.Tell("go");
        Assert.Equal("no strategy", (await errors.Next<Error>()).Cause!.Message);
        await log.Expect("begins");
        Assert.Equal("alive", await parent.Ask<string>("?", Wait));
    }

    [Fact]
    public async Task Hooks_that_throw_do_not_keep_a_system_from_ending()
    {
        var system = ActorSystem.Create("hooks", Akka.Configuration.ConfigurationFactory.ParseString("akka.loglevel = OFF"));
        var actors = Enumerable.Range(0, 100).Select(_ => system.ActorOf(Props.Create(() => new Stubborn()))).ToList();
        foreach (var actor in actors) actor.Tell("fail");
        await system.Terminate().WaitAsync(Wait);
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_restart_whose_constructor_always_throws_ends_at_the_limit_of_retries()
    {
        var watcher = NewProbe();
        var parent = Sys.ActorOf(Scripted.Of(
            (_, self) => self.Sender.Tell(self.Cell.ActorOf(Props.Create(() => new OnlyOnce(new Attempts())))),
            new OneForOneStrategy(5, TimeSpan.FromMinutes(1), _ => Directive.Restart)));
        var child = await parent.Ask<IActorRef>("make", Wait);
        await watcher.Watch(child);
        child.Tell("fail");
        Assert.Equal(child, (await watcher.Next<Terminated>()).ActorRef);
    }

    private sealed class Attempts
    {
        public int Count { get; set; }
    }

    private sealed class Unborn : ReceiveActor
    {
        public Unborn(ManualResetEventSlim gate)
        {
            gate.Wait(Wait);
            throw new InvalidOperationException("never born");
        }
    }

    private sealed class OnlyOnce : ReceiveActor
    {
        public OnlyOnce(Attempts attempts)
        {
            if (attempts.Count++ > 0) throw new InvalidOperationException("only once");
            ReceiveAny(_ => throw new InvalidOperationException("broken"));
        }
    }

    private sealed class WithoutStrategy : ReceiveActor
    {
        private readonly IActorRef _log;

        public WithoutStrategy(IActorRef log)
        {
            _log = log;
            Receive<string>(
                _ => Context.ActorOf(Scripted.Of((_, _) => throw new InvalidOperationException("broken"))).Tell("fail"),
                text => text == "go");
            ReceiveAny(_ => Sender.Tell("alive"));
        }

        protected override void PreStart() => _log.Tell("begins");

        protected override SupervisorStrategy SupervisorStrategy() => throw new InvalidOperationException("no strategy");
    }

    private sealed class Stubborn : ReceiveActor
    {
        public Stubborn() => ReceiveAny(_ => throw new InvalidOperationException("broken"));

        protected override void PreRestart(Exception reason, object message) => throw new InvalidOperationException("no restart");

        protected override void PostStop() => throw new InvalidOperationException("no stop");
    }
}
