using Akka.Actor;
using Akka.Configuration;
using Sim.Control;
using Sim.Simulation.Experiments;

namespace Sim.Tests.Simulation;

/// <summary>Several senders, which send one message a step each, and a sink that keeps the order.</summary>
/// <param name="senders">How many senders.</param>
/// <param name="messages">Messages of each.</param>
/// <param name="forbidden">The order that counts as a failure at the end, for example <c>bbaa</c>; null: none.</param>
/// <param name="never">What was received so far counts as a failure at once; null: never.</param>
internal sealed class FanIn(int senders, int messages, string? forbidden = null, Func<string, bool>? never = null) : IExperiment
{
    private readonly List<char> _received = [];

    public Config Config { get; } = Config.Empty;

    public bool IsSetUp => true;

    public bool IsDone => false;

    public Failure? Failure => never?.Invoke(Received) == true ? new Failure("Never", $"received {Received}") : null;

    public string Received => new([.. _received]);

    /// <summary>The orders of all schedules so far.</summary>
    public HashSet<string> Orders { get; } = [];

    public void Begin(ActorSystem system, ulong seed)
    {
        _received.Clear();
        var sink = system.ActorOf(Props.CreateBy(new Producer<Sink>(() => new Sink(_received))), "sink");
        for (var i = 0; i < senders; i++)
        {
            var name = (char)('a' + i);
            system.ActorOf(Props.CreateBy(new Producer<Sender>(() => new Sender(sink, name, messages))), name.ToString()).Tell("next");
        }
    }

    public Failure? End(IControlledWorld world)
    {
        Orders.Add(Received);
        return Received == forbidden ? new Failure("Order", $"received {Received}") : null;
    }

    public string Describe(object message) => message.ToString()!;

    private sealed class Producer<T>(Func<T> make) : IIndirectActorProducer
        where T : ActorBase
    {
        public Type ActorType => typeof(T);

        public ActorBase Produce() => make();

        public void Release(ActorBase actor)
        {
        }
    }

    private sealed class Sink(List<char> received) : UntypedActor
    {
        protected override void OnReceive(object message) => received.Add((char)message);
    }

    private sealed class Sender(IActorRef sink, char name, int left) : UntypedActor
    {
        private int _left = left;

        protected override void OnReceive(object message)
        {
            sink.Tell(name);
            if (--_left > 0)
                Self.Tell(message);
        }
    }
}
