using Akka.Actor;

namespace Sim.Benchmarks.Soak;

/// <summary>Restarts workers that fail.</summary>
internal sealed class WorkerParent : ReceiveActor
{
    public WorkerParent(Ledger ledger, int workers)
    {
        var children = Enumerable.Range(0, workers)
            .Select(_ => Context.ActorOf(Props.Create(() => new Worker(ledger)))).ToArray();
        Receive<string>(_ => Sender.Tell(children));
    }

    protected override SupervisorStrategy SupervisorStrategy() =>
        new OneForOneStrategy(static _ => Directive.Restart, loggingEnabled: false);
}
