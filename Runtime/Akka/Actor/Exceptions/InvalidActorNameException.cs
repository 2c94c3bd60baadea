namespace Akka.Actor;

/// <summary>A name is malformed or already taken.</summary>
public class InvalidActorNameException : AkkaException
{
    /// <summary>An exception with a message.</summary>
    /// <param name="message">What happened.</param>
    public InvalidActorNameException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why, or null.</param>
    public InvalidActorNameException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
