using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>A reference that waits for one actor to end.</summary>
internal sealed class StopWatcher(ActorSystemImpl system, IInternalActorRef target) : MinimalActorRef
{
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _uid = system.NextUid();
    private ActorPath? _path;

    public override ActorPath Path => _path ??= new ChildActorPath(system.RootPath / "temp", GeneratedName.Of(_uid), _uid);

    public override IActorRefProvider Provider => system.Provider;

    public async Task<bool> Ended(TimeSpan timeout)
    {
        if (_ended.Task.IsCompleted) return true;
        var alarm = new Cancelable(system.Scheduler);
        system.Scheduler.Advanced.ScheduleOnce(timeout, OnTimeout, alarm);
        try
        {
            return await _ended.Task.ConfigureAwait(false);
        }
        finally
        {
            alarm.Cancel();
        }
    }

    public override void SendSystemMessage(SystemMessage message)
    {
        if (message is DeathWatchNotification notice && notice.Actor.Equals(target)) _ended.TrySetResult(true);
    }

    private void OnTimeout()
    {
        if (_ended.TrySetCanceled()) target.SendSystemMessage(new Unwatch(target, this));
    }
}
