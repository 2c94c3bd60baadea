using Akka.Actor;

namespace Sim.Benchmarks.Runtime;

/// <summary>Signals that it has started, and does nothing from then on.</summary>
internal sealed class Spawned(CountdownEvent started) : UntypedActor
{
    protected override void PreStart() => started.Signal();

    protected override void OnReceive(object message)
    {
    }
}
