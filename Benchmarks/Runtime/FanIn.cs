using Akka.Actor;

namespace Sim.Benchmarks.Runtime;

/// <summary>Several actors send to one, as fast as they can. An operation is a message.</summary>
internal sealed class FanIn : SystemLoad
{
    public const int BatchSize = 200_000;
    private const int Senders = 4;
    private readonly IActorRef _sink;
    private readonly IActorRef[] _senders;

    public FanIn()
    {
        _sink = System.ActorOf(Props.Create(() => new CountingSink()));
        _senders = [.. Enumerable.Range(0, Senders).Select(_ => System.ActorOf(Props.Create(() => new Burst(_sink))))];
    }

    public override int Batch => BatchSize;

    public override void Run(long operations)
    {
        var each = operations / Senders;
        using var done = new CountdownEvent(1);
        _sink.Tell(new CountingSink.Expect(each * Senders, done));
        foreach (var sender in _senders) sender.Tell(each);
        done.Wait();
    }

    private sealed class Burst(IActorRef sink) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            for (var left = (long)message; left > 0; left--) sink.Tell(Message, Self);
        }
    }
}
