using Akka.Actor;

namespace Sim.Actors.Hosting;

/// <summary>Props that hold themselves what the actor is made of: one object where a <see cref="Recipe{TActor, TSetup}"/> needs two.</summary>
/// <typeparam name="TActor">The actor's type.</typeparam>
internal abstract class OwnRecipe<TActor> : Props
    where TActor : ActorBase
{
    private static readonly Props Plain = PlainProps.Of<TActor>();

    /// <summary>The recipe of an actor that is deployed as usual.</summary>
    protected OwnRecipe()
        : this(Plain)
    {
    }

    /// <summary>A recipe that is deployed as another one of the same actor.</summary>
    /// <param name="like">The other one.</param>
    protected OwnRecipe(Props like)
        : base(like)
    {
    }

    /// <inheritdoc/>
    protected sealed override Props Copy() => (Props)MemberwiseClone();
}
