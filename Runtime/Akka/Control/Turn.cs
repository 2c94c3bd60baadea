using System.Runtime.CompilerServices;

namespace Akka.Control;

/// <summary>Goes on in a step of its own when a task is done, whoever completes it and however; says nothing of its outcome.</summary>
internal readonly struct Turn(Task task, TaskScheduler scheduler) : ICriticalNotifyCompletion
{
    public bool IsCompleted => task.IsCompleted;

    public Turn GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => task.ContinueWith(
        static (_, rest) => ((Action)rest!)(), continuation, CancellationToken.None, TaskContinuationOptions.None, scheduler);
}
