using Akka.Control;
using Akka.Dispatch.SysMsg;
using Sim.Control;

namespace Akka.Actor;

/// <summary>A reference that waits for one actor to end.</summary>
internal sealed class StopWatcher(ActorSystemImpl system, IInternalActorRef target) : MinimalActorRef, IInboxOwner
{
    private readonly TaskCompletionSource<bool> _ended = new(system.CompletionOptions);
    private readonly long _uid = system.NextUid();
    private ActorPath? _path;
    private ControlledInbox? _inbox;

    public override ActorPath Path => _path ??= new ChildActorPath(system.RootPath / "temp", GeneratedName.Of(_uid), _uid);

    public override IActorRefProvider Provider => system.Provider;

    InboxKind IInboxOwner.Kind => InboxKind.Reference;

    string IInboxOwner.Path => Path.ToStringWithoutAddress();

    object IInboxOwner.Reference => this;

    bool IInboxOwner.ContinuesInPlace => true;

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

    public override void SendSystemMessage(SystemMessage message) => Settle(message);

    void IInboxOwner.Handle(in InboxItem item) => Settled(item.Message);

    private void OnTimeout() => Settle(ReceiveTimeout.Instance);

    // In a controlled world what completes the task is a delivery, and a step of its own.
    private void Settle(object message)
    {
        if (system.World is { } world) world.Deliver(ref _inbox, this, _uid, message, null);
        else Settled(message);
    }

    private void Settled(object message)
    {
        if (message is DeathWatchNotification notice && notice.Actor.Equals(target)) _ended.TrySetResult(true);
        else if (message is ReceiveTimeout && _ended.TrySetCanceled()) target.SendSystemMessage(new Unwatch(target, this));
    }
}
