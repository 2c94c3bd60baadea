using Akka.Actor;

namespace Akka.Routing;

/// <summary>An envelope for a router: routees get what is inside.</summary>
/// <param name="message">What is inside.</param>
public class RouterEnvelope(object message) : IWrappedMessage
{
    /// <summary>What is inside.</summary>
    public object Message { get; } = message;
}
