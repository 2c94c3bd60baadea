namespace Akka.Routing;

/// <summary>Makes a router route to one more. What was sent right behind this message may be routed before.</summary>
/// <param name="routee">The routee.</param>
public sealed class AddRoutee(Routee routee) : RouterManagementMessage
{
    /// <summary>The routee.</summary>
    public Routee Routee { get; } = routee;
}
