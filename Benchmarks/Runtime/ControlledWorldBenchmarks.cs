using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using BenchmarkDotNet.Attributes;
using Sim.Control;

namespace Sim.Benchmarks.Runtime;

/// <summary>What a whole controlled run costs, from the creation of its world to its being dropped.</summary>
[MemoryDiagnoser]
public class ControlledWorldBenchmarks
{
    private const int Rounds = 1000;
    private static readonly object Go = new();
    private static readonly string[] Senders = ["a", "b", "c"];

    private readonly ActorSystemSetup _setup = ActorSystemSetup.Create(
        BootstrapSetup.Create().WithConfig(ConfigurationFactory.ParseString("akka.loglevel = OFF")), new Request());

    private IControlledWorld _world = null!;
    private IActorRef _ping = null!;
    private IActorRef _pong = null!;
    private uint _random = 1;

    [GlobalSetup]
    public void CreatePingPong()
    {
        var system = ActorSystem.Create("world", _setup);
        _world = WorldOf(system);
        _ping = system.ActorOf(Props.Create(() => new Player()));
        _pong = system.ActorOf(Props.Create(() => new Player()));
        Run(_world);
    }

    /// <summary>Nothing but the world.</summary>
    /// <returns>The world.</returns>
    [Benchmark]
    public object Empty() => ActorSystem.Create("world", _setup);

    /// <summary>Three senders, ten messages each, one receiver; what is ready is chosen at random.</summary>
    /// <returns>The steps.</returns>
    [Benchmark]
    public long FanIn()
    {
        var system = ActorSystem.Create("world", _setup);
        var sink = system.ActorOf(SinkProducer.Recipe, "sink");
        foreach (var name in Senders) system.ActorOf(Props.CreateBy(new SenderProducer(sink)), name).Tell(Go);
        return Run(WorldOf(system));
    }

    /// <summary>One delivery between two actors.</summary>
    /// <returns>The steps.</returns>
    [Benchmark(OperationsPerInvoke = Rounds)]
    public long Delivery()
    {
        _ping.Tell(Rounds - 1, _pong);
        return Run(_world);
    }

    private static IControlledWorld WorldOf(ActorSystem system) => ((IControllable)system).World!;

    private long Run(IControlledWorld world)
    {
        while (true)
        {
            var ready = world.Ready;
            if (ready.Length == 0) return world.Steps;
            _random = (_random * 1664525u) + 1013904223u;
            world.Step(ready[(int)((_random >> 8) % (uint)ready.Length)]);
        }
    }

    private sealed class Request : Setup, IControlRequest
    {
        public DateTimeOffset Start => DateTimeOffset.UnixEpoch;
    }

    private sealed class Sink : UntypedActor
    {
        private int _count;

        protected override void OnReceive(object message) => _count++;
    }

    private sealed class Sender(IActorRef sink) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            for (var i = 0; i < 10; i++) sink.Tell(message);
        }
    }

    private sealed class Player : UntypedActor
    {
        // The numbers are boxed once, so that the benchmark shows what the runtime allocates.
        private static readonly object[] Numbers = [.. Enumerable.Range(0, Rounds).Cast<object>()];

        protected override void OnReceive(object message)
        {
            var left = (int)message;
            if (left > 0) Sender.Tell(Numbers[left - 1], Self);
        }
    }

    private sealed class SinkProducer : IIndirectActorProducer
    {
        public static readonly Props Recipe = Props.CreateBy(new SinkProducer());

        public Type ActorType => typeof(Sink);

        public ActorBase Produce() => new Sink();

        public void Release(ActorBase actor)
        {
        }
    }

    private sealed class SenderProducer(IActorRef sink) : IIndirectActorProducer
    {
        public Type ActorType => typeof(Sender);

        public ActorBase Produce() => new Sender(sink);

        public void Release(ActorBase actor)
        {
        }
    }
}
