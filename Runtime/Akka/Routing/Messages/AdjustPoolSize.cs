namespace Akka.Routing;

/// <summary>Makes a pool create or stop routees.</summary>
/// <param name="change">How many to create; when it is negative, how many to stop.</param>
public sealed class AdjustPoolSize(int change) : RouterManagementMessage
{
    /// <summary>How many to create; when it is negative, how many to stop.</summary>
    public int Change { get; } = change;
}
