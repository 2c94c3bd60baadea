namespace Akka.Actor;

/// <content>For tests: handling a message past the mailbox, with its failure for the test instead of the supervisor.</content>
public partial class ActorCell
{
    internal void HandleNow(object message, IActorRef? sender)
    {
        var outer = Enter(this);
        var before = (_message, _sender);
        (_message, _sender) = (message, sender);
        CurrentDelivery++;
        try
        {
            Handle(message);
        }
        finally
        {
            if (!Mailbox.IsAwaiting) (_message, _sender) = before;
            Leave(outer);
        }
    }

    internal Task HandleNowAsync(object message, IActorRef? sender)
    {
        var handled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var scheduler = _taskScheduler ??= new ActorTaskScheduler(this);
        scheduler.Observer = handled;
        try
        {
            HandleNow(message, sender);
            if (!Mailbox.IsAwaiting) handled.TrySetResult();
        }
        catch (Exception e)
        {
            handled.TrySetException(e);
        }

        if (handled.Task.IsCompleted) scheduler.Observer = null;
        return handled.Task;
    }
}
