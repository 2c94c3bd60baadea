using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <content>Asynchronous handlers.</content>
public partial class ActorCell
{
    private ActorTaskScheduler? _taskScheduler;
    private int _unfinished;

    /// <summary>Runs asynchronous work in the actor's turns and holds ordinary messages back until it is done.</summary>
    internal void RunTask(Func<Task> work)
    {
        var scheduler = _taskScheduler ??= new ActorTaskScheduler(this);
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        Task task;
        try
        {
            task = scheduler.Start(work);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }

        if (task.IsCompleted)
        {
            task.GetAwaiter().GetResult();
            return;
        }

        _unfinished++;
        Mailbox.Await(true);
        task.ContinueWith(
            static (done, state) => ((ActorCell)state!).OnAsyncDone(done), this, CancellationToken.None,
            TaskContinuationOptions.None, scheduler);
    }

    private void OnAsyncDone(Task task)
    {
        // A handler may start several pieces of work: ordinary messages wait for the last one.
        if (--_unfinished == 0) Mailbox.Await(false);
        try
        {
            task.GetAwaiter().GetResult();
            if (_unfinished == 0)
            {
                ReArmReceiveTimeout();
                _taskScheduler?.Observer?.TrySetResult();
            }
        }
        catch (Exception e)
        {
            if (_taskScheduler?.Observer?.TrySetException(e) != true) Fail(e);
        }

        if (_unfinished > 0) return;
        _message = null;
        _sender = null;
    }

    private void RunContinuation(ActorTask continuation)
    {
        // What an earlier incarnation still had to do is dropped with it.
        if (ReferenceEquals(continuation.Scheduler, _taskScheduler)) continuation.Scheduler.RunNow(continuation.Task);
    }

    private void DropAsyncWork()
    {
        _taskScheduler = null;
        _unfinished = 0;
        Mailbox.Await(false);
    }
}
