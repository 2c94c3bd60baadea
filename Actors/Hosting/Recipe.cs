using Akka.Actor;

namespace Sim.Actors.Hosting;

/// <summary>
/// Props that make actors by a plain function of what they are made of. Props from an expression take it apart each time, and
/// compile parts of it: that costs more than a whole small simulated world. These are one object beside their setup.
/// </summary>
/// <typeparam name="TActor">The actor's type.</typeparam>
/// <typeparam name="TSetup">What an actor is made of.</typeparam>
public sealed class Recipe<TActor, TSetup> : Props
    where TActor : ActorBase
{
    private static readonly Props Plain = PlainProps.Of<TActor>();

    private readonly TSetup _setup;
    private readonly Func<TSetup, TActor> _make;

    /// <summary>Makes the recipe of an actor that is deployed as usual.</summary>
    /// <param name="setup">What it is made of.</param>
    /// <param name="make">Makes it.</param>
    public Recipe(TSetup setup, Func<TSetup, TActor> make)
        : this(Plain, setup, make)
    {
    }

    /// <summary>Makes a recipe that is deployed as another one of the same actor.</summary>
    /// <param name="like">The other one.</param>
    /// <param name="setup">What the actor is made of.</param>
    /// <param name="make">Makes it.</param>
    public Recipe(Props like, TSetup setup, Func<TSetup, TActor> make)
        : base(like) => (_setup, _make) = (setup, make);

    /// <inheritdoc/>
    public override ActorBase NewActor() => _make(_setup);

    /// <inheritdoc/>
    protected override Props Copy() => new Recipe<TActor, TSetup>(this, _setup, _make);
}
