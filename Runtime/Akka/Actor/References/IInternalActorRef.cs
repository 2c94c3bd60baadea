using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Tells whether the actor lives in this process.</summary>
public interface IActorRefScope
{
    /// <summary>True when the actor lives in this process.</summary>
    bool IsLocal { get; }
}

/// <summary>What the runtime needs from a reference beyond sending messages.</summary>
public interface IInternalActorRef : IActorRef, IActorRefScope
{
    /// <summary>The reference of the parent; the root is its own parent.</summary>
    IInternalActorRef Parent { get; }

    /// <summary>The provider that made the reference.</summary>
    IActorRefProvider Provider { get; }

    /// <summary>True when the actor has ended for good.</summary>
    bool IsTerminated { get; }

    /// <summary>Walks down the tree by path elements; ".." goes up.</summary>
    /// <param name="name">The remaining path elements.</param>
    /// <returns>The reference found, or <see cref="ActorRefs.Nobody"/>.</returns>
    IActorRef GetChild(IReadOnlyList<string> name);

    /// <summary>Lets the actor go on with its messages.</summary>
    /// <param name="causedByFailure">The failure that had suspended it, or null.</param>
    void Resume(Exception? causedByFailure = null);

    /// <summary>Starts the actor; its constructor runs in its own first turn.</summary>
    void Start();

    /// <summary>Stops the actor after the message that it is handling.</summary>
    void Stop();

    /// <summary>Replaces the actor's instance by a new one.</summary>
    /// <param name="cause">The failure that is the reason.</param>
    void Restart(Exception cause);

    /// <summary>Holds back the actor's messages until it is resumed.</summary>
    void Suspend();

    /// <summary>Sends a message of the runtime's own; these overtake ordinary messages.</summary>
    /// <param name="message">The system message; an instance may be sent once.</param>
    void SendSystemMessage(SystemMessage message);
}
