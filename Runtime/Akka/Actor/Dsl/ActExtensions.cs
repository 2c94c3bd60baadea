namespace Akka.Actor.Dsl;

/// <summary>Creates actors that are written down in place.</summary>
public static class ActExtensions
{
    /// <summary>Creates an actor.</summary>
    /// <param name="factory">The parent.</param>
    /// <param name="config">What it is made of.</param>
    /// <param name="name">Its name, or null for a generated one.</param>
    /// <returns>The reference.</returns>
    public static IActorRef ActorOf(this IActorRefFactory factory, Action<IActorDsl> config, string? name = null) =>
        factory.ActorOf(Props.Create(() => new Act(config)), name);

    /// <summary>Creates an actor.</summary>
    /// <param name="factory">The parent.</param>
    /// <param name="config">What it is made of; it gets the actor's context as well.</param>
    /// <param name="name">Its name, or null for a generated one.</param>
    /// <returns>The reference.</returns>
    public static IActorRef ActorOf(
        this IActorRefFactory factory, Action<IActorDsl, IActorContext> config, string? name = null) =>
        factory.ActorOf(Props.Create(() => new Act(config)), name);
}
