namespace Akka.Actor;

/// <summary>An operation that the state of the actor does not allow.</summary>
public class IllegalActorStateException : AkkaException
{
    /// <summary>An exception with a message.</summary>
    /// <param name="message">What happened.</param>
    public IllegalActorStateException(string message)
        : base(message)
    {
    }
}
