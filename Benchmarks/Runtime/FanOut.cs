using Akka.Actor;

namespace Sim.Benchmarks.Runtime;

/// <summary>One actor sends to several in turn, as fast as it can. An operation is a message.</summary>
internal sealed class FanOut : SystemLoad
{
    public const int BatchSize = 200_000;
    private const int Receivers = 8;
    private readonly IActorRef[] _sinks;
    private readonly IActorRef _source;

    public FanOut()
    {
        _sinks = [.. Enumerable.Range(0, Receivers).Select(_ => System.ActorOf(Props.Create(() => new CountingSink())))];
        _source = System.ActorOf(Props.Create(() => new Source(_sinks)));
    }

    public override int Batch => BatchSize;

    public override void Run(long operations)
    {
        var each = operations / Receivers;
        using var done = new CountdownEvent(Receivers);
        foreach (var sink in _sinks) sink.Tell(new CountingSink.Expect(each, done));
        _source.Tell(each);
        done.Wait();
    }

    private sealed class Source(IActorRef[] sinks) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            for (var left = (long)message; left > 0; left--)
                foreach (var sink in sinks) sink.Tell(Message, Self);
        }
    }
}
