using Akka.Actor;
using Akka.Configuration;
using Sim.Control;
using Sim.Simulation.Experiments;

namespace Sim.Benchmarks.Simulation;

/// <summary>
/// The workload <c>fan-in-small</c>: senders that send one message a step and a sink that counts them. The senders are actors, so that
/// each send is a step that a schedule can put anywhere.
/// </summary>
/// <param name="senders">How many senders.</param>
/// <param name="messages">Messages of each.</param>
internal sealed class FanInSmall(int senders, int messages) : IExperiment
{
    private static readonly object Next = new();
    private readonly Count _count = new();
    private readonly string[] _names = [.. Enumerable.Range(0, senders).Select(i => $"sender{i}")];

    public Config Config => Config.Empty;

    public bool IsSetUp => true;

    public bool IsDone => false;

    public Failure? Failure => null;

    public void Begin(ActorSystem system, ulong seed)
    {
        _count.Value = 0;
        var sink = system.ActorOf(Props.CreateBy(new SinkProducer(_count)), "sink");
        var sender = Props.CreateBy(new SenderProducer(sink, messages));
        foreach (var name in _names)
            system.ActorOf(sender, name).Tell(Next);
    }

    public Failure? End(IControlledWorld world) => _count.Value == senders * messages
        ? null
        : new Failure("AllArrive", $"{_count.Value} of {senders * messages}");

    public string Describe(object message) => "next";

    private sealed class Count
    {
        public int Value { get; set; }
    }

    private sealed class Sink(Count count) : UntypedActor
    {
        protected override void OnReceive(object message) => count.Value++;
    }

    private sealed class Sender(IActorRef sink, int left) : UntypedActor
    {
        private int _left = left;

        protected override void OnReceive(object message)
        {
            sink.Tell(message);
            if (--_left > 0)
                Self.Tell(message);
        }
    }

    private sealed class SinkProducer(Count count) : IIndirectActorProducer
    {
        public Type ActorType => typeof(Sink);

        public ActorBase Produce() => new Sink(count);

        public void Release(ActorBase actor)
        {
        }
    }

    private sealed class SenderProducer(IActorRef sink, int messages) : IIndirectActorProducer
    {
        public Type ActorType => typeof(Sender);

        public ActorBase Produce() => new Sender(sink, messages);

        public void Release(ActorBase actor)
        {
        }
    }
}
