using Akka.Actor;
using Akka.Configuration;
using Sim.Actors.Hosting;
using Sim.Control;
using Sim.Simulation.Experiments;

namespace Sim.Scenarios.Explore;

/// <summary>
/// The one thing that <c>sim explore</c> knows beside scenarios: three actors that send ten messages each to a fourth, one a step.
/// It has no device in it, and shows what exploring itself costs.
/// </summary>
public sealed class FanInSmall : IExperiment
{
    /// <summary>Its name on the command line.</summary>
    public const string Name = "fan-in-small";

    /// <summary>What must hold: the messages of each sender arrive in order, and all of them do.</summary>
    public const string Property = "SenderOrder";

    private const int Senders = 3;
    private const int MessagesOfEach = 10;

    private static readonly Message[][] Messages =
        [.. Enumerable.Range(0, Senders).Select(sender => Enumerable.Range(0, MessagesOfEach).Select(number => new Message(sender, number)).ToArray())];

    private readonly int[] _received = new int[Senders];

    /// <inheritdoc/>
    public Config Config { get; } = Config.Empty;

    /// <inheritdoc/>
    public bool IsSetUp => true;

    /// <inheritdoc/>
    public bool IsDone => false;

    /// <inheritdoc/>
    public Failure? Failure { get; private set; }

    /// <inheritdoc/>
    public void Begin(ActorSystem system, ulong seed)
    {
        Failure = null;
        Array.Clear(_received);
        var sink = system.ActorOf(Props.CreateBy(new Recipe<Sink>(() => new Sink(this))), "sink");
        for (var i = 0; i < Senders; i++)
        {
            var messages = Messages[i];
            system.ActorOf(Props.CreateBy(new Recipe<Sender>(() => new Sender(sink, messages)))).Tell(Next.Instance, ActorRefs.NoSender);
        }
    }

    /// <inheritdoc/>
    public Failure? End(IControlledWorld world)
    {
        var sender = Array.FindIndex(_received, count => count != MessagesOfEach);
        return sender < 0 ? null : new Failure(Property, $"of sender {sender} came {_received[sender]} messages of {MessagesOfEach}");
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

    private sealed class Sink(FanInSmall experiment) : UntypedActor
    {
        protected override void OnReceive(object message) => experiment.Receive((Message)message);
    }

    private sealed class Sender(IActorRef sink, Message[] messages) : UntypedActor
    {
        private int _sent;

        protected override void OnReceive(object message)
        {
            sink.Tell(messages[_sent++], Self);
            if (_sent < messages.Length)
                Self.Tell(message, Self);
        }
    }
}
