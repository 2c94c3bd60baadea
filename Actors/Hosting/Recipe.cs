using Akka.Actor;

namespace Sim.Actors.Hosting;

/// <summary>
/// Makes actors by a plain function. Props from an expression take it apart each time, and compile parts of it: that costs more
/// than a whole small simulated world.
/// </summary>
/// <param name="make">Makes an actor.</param>
public sealed class Recipe<TActor>(Func<TActor> make) : IIndirectActorProducer
    where TActor : ActorBase
{
    /// <inheritdoc/>
    public Type ActorType => typeof(TActor);

    /// <inheritdoc/>
    public ActorBase Produce() => make();

    /// <inheritdoc/>
    public void Release(ActorBase actor)
    {
    }
}
