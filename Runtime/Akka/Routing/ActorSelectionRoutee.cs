using Akka.Actor;

namespace Akka.Routing;

/// <summary>A routee that is whoever a selection finds when a message is sent.</summary>
/// <param name="actor">The selection.</param>
public class ActorSelectionRoutee(ActorSelection actor) : Routee
{
    /// <summary>The selection.</summary>
    public ActorSelection Selection { get; } = actor;

    /// <inheritdoc/>
    public override void Send(object message, IActorRef? sender) => Selection.Tell(message, sender);

    /// <inheritdoc/>
    public override Task<object> Ask(object message, TimeSpan? timeout) => Selection.Ask(message, timeout);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ActorSelectionRoutee other && Selection.Equals(other.Selection);

    /// <inheritdoc/>
    public override int GetHashCode() => Selection.GetHashCode();
}
