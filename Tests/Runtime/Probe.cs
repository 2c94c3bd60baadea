using System.Threading.Channels;
using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime;

/// <summary>An actor that keeps what it gets for the test to look at.</summary>
public sealed class Probe
{
    private readonly Channel<(object Message, IActorRef Sender)> _received =
        Channel.CreateUnbounded<(object Message, IActorRef Sender)>();

    public Probe(ActorSystem system) => Ref = system.ActorOf(Props.Create(() => new Collector(_received.Writer)));

    public IActorRef Ref { get; }

    public IActorRef LastSender { get; private set; } = ActorRefs.Nobody;

    public async Task<T> Next<T>()
    {
        var (message, sender) = await _received.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        LastSender = sender;
        return Assert.IsAssignableFrom<T>(message);
    }

    public async Task Expect(params object[] messages)
    {
        foreach (var message in messages) Assert.Equal(message, await Next<object>());
    }

    /// <summary>Nothing has come: everything that was sent before has been handled, and the next message is the mark.</summary>
    public async Task ExpectNothingMore()
    {
        Ref.Tell("mark");
        await Expect("mark");
    }

    private sealed class Collector : ReceiveActor
    {
        public Collector(ChannelWriter<(object Message, IActorRef Sender)> received)
        {
            Receive<Terminated>(message => received.TryWrite((message, Sender)));
            Receive<Watched>(watched =>
            {
                Context.Watch(watched.Actor);
                Sender.Tell("watching");
            });
            ReceiveAny(message => received.TryWrite((message, Sender)));
        }
    }

    public async Task Watch(IActorRef actor) =>
        Assert.Equal("watching", await Ref.Ask<string>(new Watched(actor), TimeSpan.FromSeconds(10)));

    public sealed record Watched(IActorRef Actor);
}
