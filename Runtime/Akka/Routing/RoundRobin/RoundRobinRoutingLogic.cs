namespace Akka.Routing;

/// <summary>Takes one routee after the other. Senders on several threads share the count.</summary>
/// <param name="next">How many messages count as routed before.</param>
public sealed class RoundRobinRoutingLogic(int next) : RoutingLogic
{
    private int _next = next - 1;

    /// <summary>Begins with the first routee.</summary>
    public RoundRobinRoutingLogic()
        : this(0)
    {
    }

    /// <inheritdoc/>
    public override Routee Select(object message, Routee[] routees) =>
        routees.Length == 0 ? Routee.NoRoutee : routees[(uint)Interlocked.Increment(ref _next) % (uint)routees.Length];
}
