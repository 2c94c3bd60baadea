using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Handles messages of an actor past its mailbox.</summary>
public sealed class InternalTestActorRef
{
    private readonly ActorCell _cell;

    internal InternalTestActorRef(ActorCell cell) => _cell = cell;

    /// <summary>Handles a message here and now; what the handler throws comes out.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender.</param>
    public void Receive(object message, IActorRef? sender = null) => _cell.HandleNow(message, sender);

    /// <summary>Handles a message here and now; the task ends with the handler's.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender.</param>
    /// <returns>Done when the handler is; fails as it does.</returns>
    public Task ReceiveAsync(object message, IActorRef? sender = null) => _cell.HandleNowAsync(message, sender);

    /// <inheritdoc/>
    public override string ToString() => _cell.ToString();
}
