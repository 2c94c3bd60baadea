using Akka.Actor;

namespace Sim.Tests.Samples.Philosophers;

/// <summary>Takes one fork, then the other, eats, and puts both down.</summary>
internal sealed class Philosopher : ReceiveActor
{
    private readonly IActorRef _first;
    private readonly IActorRef _second;

    public sealed record GetHungry;

    public Philosopher(IActorRef first, IActorRef second)
    {
        (_first, _second) = (first, second);
        Receive<GetHungry>(_ =>
        {
            _first.Tell(new Fork.Take());
            Become(Waiting);
        });
    }

    public bool HasEaten { get; private set; }

    private void Waiting() => Receive<Fork.Taken>(_ =>
    {
        _second.Tell(new Fork.Take());
        Become(HoldingOne);
    });

    private void HoldingOne() => Receive<Fork.Taken>(_ =>
    {
        HasEaten = true;
        _first.Tell(new Fork.Put());
        _second.Tell(new Fork.Put());
        Become(Thinking);
    });

    private void Thinking() => ReceiveAny(Unhandled);
}
