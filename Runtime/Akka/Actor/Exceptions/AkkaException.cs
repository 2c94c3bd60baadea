namespace Akka.Actor;

/// <summary>The base of the runtime's exceptions.</summary>
public abstract class AkkaException : Exception
{
    /// <summary>An exception without a message.</summary>
    protected AkkaException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="cause">Why, or null.</param>
    protected AkkaException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>Why, or null.</summary>
    protected Exception? Cause => InnerException;
}
