namespace Akka.Actor;

/// <summary>References that need no actor.</summary>
public static class ActorRefs
{
    /// <summary>The reference that swallows every message.</summary>
    public static readonly Nobody Nobody = Nobody.Instance;

    /// <summary>The absence of a sender: null, which the receiver sees as the dead letters.</summary>
    public static readonly IActorRef NoSender = null!;
}
