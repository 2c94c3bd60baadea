using Akka.Actor;

namespace Sim.Testing.Running;

/// <summary>Makes an actor, again after each restart, and remembers the latest.</summary>
internal sealed class Incarnations(Type type, Func<ActorBase> make) : IIndirectActorProducer
{
    public ActorBase? Latest { get; private set; }

    public Type ActorType => type;

    public ActorBase Produce() => Latest = make();

    public void Release(ActorBase actor)
    {
    }
}
