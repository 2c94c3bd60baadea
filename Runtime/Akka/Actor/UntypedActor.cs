namespace Akka.Actor;

/// <summary>An actor with one method for all messages.</summary>
public abstract class UntypedActor : ActorBase
{
    /// <summary>The context of the actor that runs on this thread.</summary>
    /// <exception cref="NotSupportedException">No actor runs on this thread.</exception>
    protected static new IUntypedActorContext Context => ActorCell.Required();

    // Spares every message a call and an answer.
    internal sealed override void HandleDirectly(object message) => OnReceive(message);

    /// <inheritdoc/>
    protected sealed override bool Receive(object message)
    {
        OnReceive(message);
        return true;
    }

    /// <summary>Runs asynchronous work bound to this actor: it handles no other message until the work is done.</summary>
    /// <param name="action">The work.</param>
    protected void RunTask(Action action) => Cell.RunTask(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <summary>Runs asynchronous work bound to this actor: it handles no other message until the work is done.</summary>
    /// <param name="action">The work.</param>
    protected void RunTask(Func<Task> action) => Cell.RunTask(action);

    /// <summary>Handles a message.</summary>
    /// <param name="message">The message.</param>
    protected abstract void OnReceive(object message);

    /// <summary>Replaces the current behaviour.</summary>
    /// <param name="receive">The new behaviour.</param>
    protected void Become(UntypedReceive receive) => Cell.Become(receive);

    /// <summary>Puts a behaviour on top of the current one.</summary>
    /// <param name="receive">The new behaviour.</param>
    protected void BecomeStacked(UntypedReceive receive) => Cell.BecomeStacked(receive);
}
