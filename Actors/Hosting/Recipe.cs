using Akka.Actor;

namespace Sim.Actors.Hosting;

// Makes actors by a plain function. Props from an expression take it apart each time, and compile parts of it: that costs
// more than a whole small simulated world.
internal sealed class Recipe<TActor>(Func<TActor> make) : IIndirectActorProducer
    where TActor : ActorBase
{
    public Type ActorType => typeof(TActor);

    public ActorBase Produce() => make();

    public void Release(ActorBase actor)
    {
    }
}
