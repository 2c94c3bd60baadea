namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>
/// The current task scheduler of each step: what goes on behind an await of a synchronous handler comes here, and becomes a
/// step of its own. It is a task scheduler and not a synchronization context because the runtime's own scheduler for the
/// continuations of one actor must take precedence inside it, which a context would not let happen.
/// </summary>
internal sealed class WorldTasks(DispatchedWorld world) : TaskScheduler
{
    private Task? _starting;

    /// <summary>Runs a step; what it throws comes out here.</summary>
    public void Perform(IStep step)
    {
        if (step is TaskInbox { Task: { } continuation } inbox)
        {
            inbox.Done();
            TryExecuteTask(continuation);
            return;
        }

        // A child that attached itself would keep the step from ending.
        _starting = new Task(static s => ((IStep)s!).Run(), step, CancellationToken.None, TaskCreationOptions.DenyChildAttach);
        _starting.RunSynchronously(this);
        _starting.GetAwaiter().GetResult();
    }

    protected override void QueueTask(Task task)
    {
        if (world.IsHere)
            world.Continue(task);
        else
            world.Intrude("a continuation", NameOf(task), null);
    }

    // The platform asks on some threads and not on others; a schedule must not depend on that.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        ReferenceEquals(task, _starting) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    // The state of a task that goes on behind an await is the delegate, and its target the asynchronous method.
    private static string NameOf(Task task) => ((task.AsyncState as Delegate)?.Target ?? task).GetType().ToString();
}
