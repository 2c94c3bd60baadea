namespace Akka.Actor;

/// <summary>A stash is full; the message is lost to the failure of its actor.</summary>
public class StashOverflowException : AkkaException
{
    /// <summary>An exception with a message.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="cause">Why, or null.</param>
    public StashOverflowException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
