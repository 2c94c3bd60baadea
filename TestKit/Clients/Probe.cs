using Akka.Actor;
using Sim.Testing.Running;

namespace Sim.Testing.Clients;

/// <summary>An actor that keeps what it receives, for properties to look at.</summary>
public sealed class Probe
{
    private readonly List<object> _received = [];

    internal Probe(ActorSystem system, string name) =>
        Ref = system.ActorOf(Props.CreateBy(new Incarnations(typeof(ProbeActor), () => new ProbeActor(_received))), name);

    /// <summary>Its actor.</summary>
    public IActorRef Ref { get; }

    /// <summary>What it has received, in its order.</summary>
    public IReadOnlyList<object> Received => _received;

    /// <summary>What it has received of one type.</summary>
    public IEnumerable<T> Of<T>() => _received.OfType<T>();

    private sealed class ProbeActor(List<object> received) : UntypedActor
    {
        protected override void OnReceive(object message) => received.Add(message);
    }
}
