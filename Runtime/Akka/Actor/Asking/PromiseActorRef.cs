using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The sender of an Ask: a reference whose first message completes a task.</summary>
internal class PromiseActorRef<T>(ActorSystemImpl system) : MinimalActorRef, ITemporaryActorRef
{
    private readonly TaskCompletionSource<T> _result = new(system.CompletionOptions);
    private readonly long _uid = system.NextUid();
    private ActorPath? _path;
    private Cancelable? _timeout;
    private CancellationTokenRegistration _cancellation;
    private bool _isPublished;

    protected long Uid => _uid;

    public override ActorPath Path => _path ??= new ChildActorPath(system.RootPath / "temp", GeneratedName.Of(_uid), _uid);

    public override IActorRefProvider Provider => system.Provider;

    public override bool IsTerminated => _result.Task.IsCompleted;

    public Task<T> Result => _result.Task;

    public override int GetHashCode() => _uid.GetHashCode();

    public override bool Equals(IActorRef? other) => ReferenceEquals(this, other) || (other is not ActorCell && base.Equals(other));

    public void Arm(TimeSpan? timeout, CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled)
        {
            _cancellation = cancellation.UnsafeRegister(
                static (promise, token) => ((PromiseActorRef<T>)promise!).OnCancelled(token), this);
        }

        if (timeout is not { } time || time == Timeout.InfiniteTimeSpan || _result.Task.IsCompleted) return;
        try
        {
            _timeout = new Cancelable(system.Scheduler);
            system.Scheduler.Advanced.ScheduleOnce(time, new Deadline(this, time), _timeout);
        }
        catch (SchedulerException)
        {
            // The system has ended, and with it everybody who could answer.
            OnTimeout(time);
        }
    }

    public void Publish()
    {
        system.TemporaryRefs.Add(this);
        Volatile.Write(ref _isPublished, true);

        // The answer may have come in between, and nothing else comes to take the entry away.
        Interlocked.MemoryBarrier();
        if (IsTerminated) system.TemporaryRefs.Remove(this);
    }

    public override void SendSystemMessage(SystemMessage message)
    {
        if (message is Watch watch)
        {
            watch.Watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true, addressTerminated: false));
        }
    }

    protected override void TellInternal(object message, IActorRef? sender) => Complete(message, sender);

    /// <summary>Called when there is no answer in time.</summary>
    protected virtual void OnTimeout(TimeSpan time) => Expire(time);

    /// <summary>Called when the asker wants no answer any more.</summary>
    protected virtual void OnCancelled(CancellationToken token) => Cancel(token);

    protected void Complete(object message, IActorRef? sender)
    {
        var done = message switch
        {
            Status.Failure failure when typeof(T) != typeof(Status.Failure) && typeof(T) != typeof(Status) =>
                _result.TrySetException(failure.Cause ?? new TaskCanceledException("The request failed without a cause.")),
            T reply => _result.TrySetResult(reply),
            _ => _result.TrySetException(new ArgumentException(
                $"Received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]")),
        };
        if (done) Disarm();
        else system.DeadLetters.Tell(new Event.DeadLetter(message, sender ?? system.DeadLetters, this), sender);
    }

    protected void Expire(TimeSpan time) => Disarm(_result.TrySetException(new AskTimeoutException(
        system.HasEnded ? "The system ended before there was an answer" : $"Timeout after {time} seconds")));

    protected void Cancel(CancellationToken token) => Disarm(_result.TrySetCanceled(token));

    private void Disarm(bool done = true)
    {
        if (!done) return;
        _timeout?.Cancel();
        _cancellation.Unregister();
        if (Volatile.Read(ref _isPublished)) system.TemporaryRefs.Remove(this);
    }

    private sealed class Deadline(PromiseActorRef<T> promise, TimeSpan time) : IRunsAtTheEnd
    {
        public void Run() => promise.OnTimeout(time);

        public void Execute() => Run();
    }
}
