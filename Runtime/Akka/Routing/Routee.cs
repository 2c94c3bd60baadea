using Akka.Actor;

namespace Akka.Routing;

/// <summary>Where a router can send a message to. This base is no routee at all: it sends to the dead letters.</summary>
public class Routee
{
    /// <summary>What a <see cref="RoutingLogic"/> selects when there is nobody: messages go to the dead letters.</summary>
    public static readonly Routee NoRoutee = new();

    /// <summary>The routee of a reference.</summary>
    /// <param name="actorRef">The reference.</param>
    /// <returns>The routee.</returns>
    public static Routee FromActorRef(IActorRef actorRef) => new ActorRefRoutee(actorRef);

    /// <summary>Sends a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    public virtual void Send(object message, IActorRef? sender)
    {
        // The routee belongs to no system: its dead letters are those of whoever takes part.
        var known = sender as IInternalActorRef ?? ActorCell.Current;
        if (known is null or Nobody) return;
        var deadLetters = known.Provider.DeadLetters;
        deadLetters.Tell(new Event.DeadLetter(message, sender ?? deadLetters, deadLetters), sender);
    }

    /// <summary>Asks for a reply.</summary>
    /// <param name="message">The message.</param>
    /// <param name="timeout">How long to wait; null for the default.</param>
    /// <returns>The reply; faulted where there is nobody to ask.</returns>
    public virtual Task<object> Ask(object message, TimeSpan? timeout) =>
        Task.FromException<object>(new NotSupportedException($"{GetType().Name} cannot be asked."));
}
