using Akka.Control;
using Akka.Dispatch.SysMsg;
using Sim.Control;

namespace Akka.Actor;

/// <summary>A reference that waits for one actor to end.</summary>
internal sealed class StopWatcher : MinimalActorRef, IInboxOwner
{
    private readonly ActorSystemImpl _system;
    private readonly IInternalActorRef _target;
    private readonly TaskCompletionSource<bool> _ended;
    private readonly long _uid;
    private readonly ControlledInbox? _inbox;
    private ActorPath? _path;

    public StopWatcher(ActorSystemImpl system, IInternalActorRef target)
    {
        _system = system;
        _target = target;
        _ended = new(system.CompletionOptions);
        _uid = system.NextUid();
        _inbox = system.World?.NewInbox(this, _uid);
    }

    public override ActorPath Path => _path ??= new ChildActorPath(_system.RootPath / "temp", GeneratedName.Of(_uid), _uid);

    public override IActorRefProvider Provider => _system.Provider;

    InboxKind IInboxOwner.Kind => InboxKind.Reference;

    string IInboxOwner.Path => Path.ToStringWithoutAddress();

    object IInboxOwner.Reference => this;

    bool IInboxOwner.ContinuesInPlace => true;

    public async Task<bool> Ended(TimeSpan timeout)
    {
        if (_ended.Task.IsCompleted) return true;
        var alarm = new Cancelable(_system.Scheduler);
        _system.Scheduler.Advanced.ScheduleOnce(timeout, OnTimeout, alarm);
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

    void IInboxOwner.Handle(object message, IActorRef? sender) => Settled(message);

    private void OnTimeout() => Settle(ReceiveTimeout.Instance);

    // In a controlled world what completes the task is a delivery, and a step of its own.
    private void Settle(object message)
    {
        if (_system.World is { } world) world.Deliver(_inbox, this, message, null);
        else Settled(message);
    }

    private void Settled(object message)
    {
        if (message is DeathWatchNotification notice && notice.Actor.Equals(_target)) _ended.TrySetResult(true);
        else if (message is ReceiveTimeout && _ended.TrySetCanceled()) _target.SendSystemMessage(new Unwatch(_target, this));
    }
}
