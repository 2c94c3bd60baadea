namespace Akka.Actor;

/// <summary>Shorter ways to create and select actors.</summary>
public static class ActorRefFactoryExtensions
{
    /// <summary>Creates an actor that has a constructor without parameters.</summary>
    /// <typeparam name="TActor">The actor's type.</typeparam>
    /// <param name="factory">The parent.</param>
    /// <param name="name">Its name, or null for a generated one.</param>
    /// <returns>The reference.</returns>
    public static IActorRef ActorOf<TActor>(this IActorRefFactory factory, string? name = null)
        where TActor : ActorBase, new() =>
        factory.ActorOf(Props.Create<TActor>(), name);

    /// <summary>Selects actors relative to another.</summary>
    /// <param name="factory">Any factory of the system.</param>
    /// <param name="anchorRef">Where the path starts.</param>
    /// <param name="actorPath">The path.</param>
    /// <returns>The selection.</returns>
    public static ActorSelection ActorSelection(
        this IActorRefFactory factory, IActorRef anchorRef, string actorPath) => new(anchorRef, actorPath);
}
