using Akka.Dispatch;

namespace Akka.Control;

/// <summary>Runs each task in a step of its own.</summary>
internal sealed class ControlledTaskScheduler(ControlledWorld world) : TaskScheduler
{
    protected override void QueueTask(Task task) => world.Continue(new Work(this, task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private sealed class Work(ControlledTaskScheduler scheduler, Task task) : IRunnable
    {
        public void Run() => scheduler.TryExecuteTask(task);

        public void Execute() => Run();

        /// <summary>What goes on, as far as it says so.</summary>
        public override string ToString() => task.AsyncState?.ToString() ?? nameof(Task);
    }
}
