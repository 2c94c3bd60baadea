using Akka.Actor;

namespace Sim.Benchmarks.Runtime;

internal sealed class Echo : UntypedActor
{
    protected override void OnReceive(object message) => Sender.Tell(message, Self);
}
