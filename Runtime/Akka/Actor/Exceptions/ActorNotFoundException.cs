namespace Akka.Actor;

/// <summary>A selection reached no actor in time.</summary>
public class ActorNotFoundException : AkkaException
{
    /// <summary>An exception without a message.</summary>
    public ActorNotFoundException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why, or null.</param>
    public ActorNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
