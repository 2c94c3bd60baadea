using Akka.Actor;

namespace Akka.Routing;

/// <summary>Routees that all get each message.</summary>
/// <param name="routees">The routees.</param>
public class SeveralRoutees(Routee[] routees) : Routee
{
    /// <inheritdoc/>
    public override void Send(object message, IActorRef? sender)
    {
        foreach (var routee in routees) routee.Send(message, sender);
    }
}
