using Akka.Actor;

namespace Sim.Tests.Testing;

/// <summary>Answers with what it was sent, and counts.</summary>
internal sealed class Echo : ReceiveActor
{
    public Echo() => ReceiveAny(message =>
    {
        Count++;
        Sender.Tell(message);
    });

    public int Count { get; private set; }
}
