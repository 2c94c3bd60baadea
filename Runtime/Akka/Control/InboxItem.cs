namespace Akka.Control;

/// <summary>One delivery that waits.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">The sender or null.</param>
/// <param name="cause">The step that sent it.</param>
internal readonly struct InboxItem(object message, Actor.IActorRef? sender, long cause)
{
    public readonly object Message = message;
    public readonly Actor.IActorRef? Sender = sender;
    public readonly long Cause = cause;
}
