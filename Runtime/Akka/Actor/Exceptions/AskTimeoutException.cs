namespace Akka.Actor;

/// <summary>No reply to an Ask in time.</summary>
public class AskTimeoutException : AkkaException
{
    /// <summary>An exception with a message.</summary>
    /// <param name="message">What happened.</param>
    public AskTimeoutException(string message)
        : base(message)
    {
    }
}
