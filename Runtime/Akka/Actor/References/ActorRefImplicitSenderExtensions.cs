namespace Akka.Actor;

/// <summary>Sends without naming a sender: the actor that is running on this thread is the sender.</summary>
public static class ActorRefImplicitSenderExtensions
{
    /// <summary>Sends <paramref name="message"/> from the running actor, or from nobody outside of an actor.</summary>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message; must not be null.</param>
    public static void Tell(this IActorRef receiver, object message) =>
        receiver.Tell(message, ActorCell.Current);

    /// <summary>Passes <paramref name="message"/> on with the sender of the message that is being handled.</summary>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message; must not be null.</param>
    public static void Forward(this IActorRef receiver, object message) =>
        receiver.Tell(message, ActorCell.Current?.Sender);
}
