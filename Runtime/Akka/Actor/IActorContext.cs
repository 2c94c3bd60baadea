using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>A function that handles a message.</summary>
/// <param name="message">The message.</param>
/// <returns>True when it was handled.</returns>
public delegate bool Receive(object message);

/// <summary>A function that handles every message.</summary>
/// <param name="message">The message.</param>
public delegate void UntypedReceive(object message);

internal static class UntypedReceiveHandling
{
    /// <summary>The same behaviour as one that says whether it handled a message: it always did.</summary>
    public static bool Handle(this UntypedReceive receive, object message)
    {
        receive(message);
        return true;
    }
}

/// <summary>Creates actors and finds them by path.</summary>
public interface IActorRefFactory
{
    /// <summary>Creates an actor; its constructor runs in its own first turn.</summary>
    /// <param name="props">How to make it.</param>
    /// <param name="name">Its name among its siblings, or null for a generated one.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="InvalidActorNameException">The name is malformed or taken.</exception>
    IActorRef ActorOf(Props props, string? name = null);

    /// <summary>Selects actors by path.</summary>
    /// <param name="actorPath">The path.</param>
    /// <returns>The selection.</returns>
    ActorSelection ActorSelection(ActorPath actorPath);

    /// <summary>Selects actors by path, absolute or relative to this factory; an element may hold * and ?.</summary>
    /// <param name="actorPath">The path.</param>
    /// <returns>The selection.</returns>
    ActorSelection ActorSelection(string actorPath);
}

/// <summary>Watches actors end.</summary>
public interface ICanWatch
{
    /// <summary>Asks for a <see cref="Terminated"/> when an actor has ended.</summary>
    /// <param name="subject">The actor.</param>
    /// <returns>The same actor.</returns>
    IActorRef Watch(IActorRef subject);

    /// <summary>Asks for a message of one's own when an actor has ended.</summary>
    /// <param name="subject">The actor.</param>
    /// <param name="message">What to receive.</param>
    /// <returns>The same actor.</returns>
    /// <exception cref="InvalidOperationException">The actor is already watched with another message.</exception>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>Stops watching; a notice that is already on its way is not delivered either.</summary>
    /// <param name="subject">The actor.</param>
    /// <returns>The same actor.</returns>
    IActorRef Unwatch(IActorRef subject);
}

/// <summary>What an actor sees of its surroundings; only valid while it handles a message.</summary>
public interface IActorContext : IActorRefFactory, ICanWatch
{
    /// <summary>The actor itself.</summary>
    IActorRef Self { get; }

    /// <summary>How the actor was made.</summary>
    Props Props { get; }

    /// <summary>What runs the actor.</summary>
    MessageDispatcher Dispatcher { get; }

    /// <summary>Who sent the current message; the dead letters when nobody did.</summary>
    IActorRef Sender { get; }

    /// <summary>The system.</summary>
    ActorSystem System { get; }

    /// <summary>The parent.</summary>
    IActorRef Parent { get; }

    /// <summary>The receive timeout, or null when there is none.</summary>
    TimeSpan? ReceiveTimeout { get; }

    /// <summary>Replaces the current behaviour.</summary>
    /// <param name="receive">The new behaviour.</param>
    void Become(Receive receive);

    /// <summary>Puts a behaviour on top of the current one.</summary>
    /// <param name="receive">The new behaviour.</param>
    void BecomeStacked(Receive receive);

    /// <summary>Goes back to the behaviour below; at the bottom, to the initial one.</summary>
    void UnbecomeStacked();

    /// <summary>Finds a child.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The child, or <see cref="ActorRefs.Nobody"/>.</returns>
    IActorRef Child(string name);

    /// <summary>The living children in the order of their creation.</summary>
    /// <returns>A snapshot.</returns>
    IEnumerable<IActorRef> GetChildren();

    /// <summary>Sets or clears the receive timeout.</summary>
    /// <param name="timeout">The time without a message, more than zero, or null for none.</param>
    void SetReceiveTimeout(TimeSpan? timeout);

    /// <summary>Stops a child or the actor itself after the message that it is handling.</summary>
    /// <param name="child">The actor to stop.</param>
    void Stop(IActorRef child);
}

/// <summary>The context of an <see cref="UntypedActor"/>.</summary>
public interface IUntypedActorContext : IActorContext
{
    /// <summary>Replaces the current behaviour.</summary>
    /// <param name="receive">The new behaviour.</param>
    void Become(UntypedReceive receive);

    /// <summary>Puts a behaviour on top of the current one.</summary>
    /// <param name="receive">The new behaviour.</param>
    void BecomeStacked(UntypedReceive receive);
}
