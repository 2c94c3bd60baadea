namespace Akka.Routing;

/// <summary>
/// Makes a router route to one less; a child of the router is stopped. What was sent right behind this message may be
/// routed before.
/// </summary>
/// <param name="routee">The routee.</param>
public sealed class RemoveRoutee(Routee routee) : RouterManagementMessage
{
    /// <summary>The routee.</summary>
    public Routee Routee { get; } = routee;
}
