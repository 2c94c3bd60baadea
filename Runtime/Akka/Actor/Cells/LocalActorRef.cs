namespace Akka.Actor;

/// <summary>A reference to an actor of this process.</summary>
public abstract class LocalActorRef : InternalActorRefBase
{
    private protected LocalActorRef()
    {
    }

    /// <summary>The cell of the actor.</summary>
    public abstract ActorCell Cell { get; }
}
