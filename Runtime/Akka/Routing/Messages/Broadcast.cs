namespace Akka.Routing;

/// <summary>Makes a router of any kind send a message to all its routees.</summary>
/// <param name="message">The message.</param>
public class Broadcast(object message) : RouterEnvelope(message);
