using Akka.Actor;

namespace Akka.Routing;

/// <summary>Chooses the routee of a message. It is called by all senders, on their threads, at once.</summary>
public abstract class RoutingLogic : INoSerializationVerificationNeeded
{
    /// <summary>Chooses the routee of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="routees">The routees; perhaps none.</param>
    /// <returns>The routee, or <see cref="Routee.NoRoutee"/>; <see cref="SeveralRoutees"/> for more than one.</returns>
    public abstract Routee Select(object message, Routee[] routees);
}
