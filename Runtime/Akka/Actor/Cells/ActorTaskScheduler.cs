using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>
/// Brings the continuations of one actor's asynchronous handler back into the actor's turns, as system messages: the
/// actor is suspended for ordinary ones meanwhile.
/// </summary>
internal sealed class ActorTaskScheduler(ActorCell cell) : TaskScheduler
{
    private readonly bool _isControlled = cell.SystemImpl.World is not null;
    private bool _isStarting;

    /// <summary>A test that waits for the handler in place of the supervisor, or null.</summary>
    public TaskCompletionSource? Observer { get; set; }

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs the work up to its first await that has to wait.</summary>
    public Task Start(Func<Task> work)
    {
        var start = new Task<Task>(work);
        _isStarting = true;
        start.RunSynchronously(this);
        return start.GetAwaiter().GetResult();
    }

    public void RunNow(Task task) => TryExecuteTask(task);

    protected override void QueueTask(Task task) => cell.SendSystemMessage(new ActorTask(this, task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(ActorCell.Current, cell) && MayInline() && TryExecuteTask(task);

    // Elsewhere the platform asks on some threads and not on others; a controlled run must not depend on that.
    private bool MayInline()
    {
        var isStarting = _isStarting;
        _isStarting = false;
        return isStarting || !_isControlled || ReferenceEquals(Current, this);
    }

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
