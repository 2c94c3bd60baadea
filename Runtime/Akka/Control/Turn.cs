using System.Runtime.CompilerServices;
using Akka.Actor;

namespace Akka.Control;

/// <summary>Goes on in a step of its own when a task is done, whoever completes it and however; says nothing of its outcome.</summary>
/// <param name="task">The task.</param>
/// <param name="scheduler">Makes the step.</param>
/// <param name="receiver">Whom the outcome is for: it names the step when another thread tries to make it.</param>
internal readonly struct Turn(Task task, TaskScheduler scheduler, ICanTell receiver) : ICriticalNotifyCompletion
{
    public bool IsCompleted => task.IsCompleted;

    public Turn GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => task.ContinueWith(
        static (_, rest) => ((Rest)rest!).Run(),
        new Rest(continuation, receiver),
        CancellationToken.None,
        TaskContinuationOptions.None,
        scheduler);

    private sealed class Rest(Action continuation, ICanTell receiver)
    {
        public void Run() => continuation();

        public override string ToString() =>
            $"PipeTo {(receiver is IActorRef actor ? actor.Path.ToStringWithoutAddress() : receiver.ToString())}";
    }
}
