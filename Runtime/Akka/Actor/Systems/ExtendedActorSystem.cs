namespace Akka.Actor;

/// <summary>What extensions and the runtime see of a system.</summary>
public abstract class ExtendedActorSystem : ActorSystem
{
    /// <summary>For the implementation.</summary>
    protected ExtendedActorSystem()
    {
    }

    /// <summary>Resolves paths.</summary>
    public abstract IActorRefProvider Provider { get; }

    /// <summary>The parent of the actors that the user creates on the system.</summary>
    public abstract IInternalActorRef Guardian { get; }

    /// <summary>Where absolute paths start.</summary>
    public abstract IInternalActorRef LookupRoot { get; }

    /// <summary>The parent of the runtime's own actors.</summary>
    public abstract IInternalActorRef SystemGuardian { get; }

    /// <summary>Kept for its shape; there is no creation pipeline.</summary>
    public abstract ActorProducerPipelineResolver ActorPipelineResolver { get; }

    /// <summary>Creates an actor below the system guardian.</summary>
    /// <param name="props">How to make it.</param>
    /// <param name="name">Its name, or null for a generated one.</param>
    /// <returns>The reference.</returns>
    public abstract IActorRef SystemActorOf(Props props, string? name = null);

    /// <summary>Creates an actor below the system guardian.</summary>
    /// <typeparam name="TActor">The actor's type.</typeparam>
    /// <param name="name">Its name, or null for a generated one.</param>
    /// <returns>The reference.</returns>
    public abstract IActorRef SystemActorOf<TActor>(string? name = null)
        where TActor : ActorBase, new();

    /// <summary>Stops all actors and ends the system at once: without the phases of a coordinated shutdown.</summary>
    public abstract void Abort();

    /// <summary>Draws the tree of actors.</summary>
    /// <returns>A line per actor.</returns>
    public abstract string PrintTree();
}
