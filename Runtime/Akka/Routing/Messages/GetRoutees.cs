namespace Akka.Routing;

/// <summary>Asks a router for its <see cref="Routees"/>.</summary>
public sealed class GetRoutees : RouterManagementMessage
{
    /// <summary>The instance to send.</summary>
    public static GetRoutees Instance { get; } = new();
}
