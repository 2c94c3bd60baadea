namespace Akka.Actor;

/// <summary>Resolves paths to references within one system.</summary>
public interface IActorRefProvider
{
    /// <summary>The settings of the system.</summary>
    Settings Settings { get; }

    /// <summary>The address of the system.</summary>
    Address DefaultAddress { get; }

    /// <summary>The path of the root guardian.</summary>
    ActorPath RootPath { get; }

    /// <summary>The parent of all.</summary>
    IInternalActorRef RootGuardian { get; }

    /// <summary>The parent of the actors that the user creates on the system.</summary>
    IInternalActorRef Guardian { get; }

    /// <summary>The parent of the runtime's own actors.</summary>
    IInternalActorRef SystemGuardian { get; }

    /// <summary>Where messages go that reach nobody.</summary>
    IActorRef DeadLetters { get; }

    /// <summary>Finds a living actor by its path, with its unique id if the path has one.</summary>
    /// <param name="actorPath">The path.</param>
    /// <returns>The reference, or one that delivers to the dead letters.</returns>
    IActorRef ResolveActorRef(ActorPath actorPath);

    /// <summary>Finds a living actor by the text of its path.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The reference, or one that delivers to the dead letters.</returns>
    IActorRef ResolveActorRef(string path);
}
