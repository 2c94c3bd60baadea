using Akka.Actor;
using Akka.Configuration;
using Sim.Actors.Hosting;
using Sim.Control;
using Sim.Simulation.Experiments;

namespace Sim.Scenarios.Explore;

/// <summary>
/// Actors that send messages to one other, one a step, so that each send can be placed anywhere. It has no device in it, and shows
/// what exploring itself costs.
/// </summary>
/// <param name="senders">How many senders.</param>
/// <param name="messages">Messages of each.</param>
public sealed class ExploredFanIn(int senders, int messages) : IExperiment
{
    /// <summary>The name of <see cref="Small"/> on the command line, which knows it beside scenarios.</summary>
    public const string SmallName = "fan-in-small";

    /// <summary>What must hold: the messages of each sender arrive in order, and all of them do.</summary>
    public const string Property = "SenderOrder";

    private readonly Message[][] _messages =
        [.. Enumerable.Range(0, senders).Select(sender => Enumerable.Range(0, messages).Select(number => new Message(sender, number)).ToArray())];

    private readonly int[] _received = new int[senders];

    /// <summary>Three senders of ten messages each.</summary>
    public static ExploredFanIn Small => new(senders: 3, messages: 10);

    /// <inheritdoc/>
    public Config Config { get; } = Config.Empty;

    /// <inheritdoc/>
    public bool IsSetUp => true;

    /// <inheritdoc/>
    public bool IsDone => false;

    /// <inheritdoc/>
    public bool IsHolding => false;

    /// <inheritdoc/>
    public Failure? Failure { get; private set; }

    /// <inheritdoc/>
    public void Begin(ActorSystem system, ulong seed)
    {
        Failure = null;
        Array.Clear(_received);
        var sink = system.ActorOf(new Recipe<Sink, ExploredFanIn>(this, static experiment => new Sink(experiment)), "sink");
        foreach (var own in _messages)
            system.ActorOf(new Recipe<Sender, (IActorRef Sink, Message[] Own)>((sink, own), static of => new Sender(of.Sink, of.Own))).Tell(Next.Instance, ActorRefs.NoSender);
    }

    /// <inheritdoc/>
    public Failure? End(IControlledWorld world)
    {
        var sender = Array.FindIndex(_received, count => count != messages);
        return sender < 0 ? null : new Failure(Property, $"of sender {sender} came {_received[sender]} messages of {messages}");
    }

    /// <inheritdoc/>
    public string Describe(object message) => message.ToString()!;

    private void Receive(Message message)
    {
        if (message.Number != _received[message.Sender]++)
            Failure ??= new Failure(Property, $"{message} came out of order");
    }

    private sealed record Message(int Sender, int Number);

    private sealed record Next
    {
        public static Next Instance { get; } = new();
    }

    private sealed class Sink(ExploredFanIn experiment) : UntypedActor
    {
        protected override void OnReceive(object message) => experiment.Receive((Message)message);
    }

    private sealed class Sender(IActorRef sink, Message[] own) : UntypedActor
    {
        private int _sent;

        protected override void OnReceive(object message)
        {
            sink.Tell(own[_sent++], Self);
            if (_sent < own.Length)
                Self.Tell(message, Self);
        }
    }
}
