using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <content>Handling one message.</content>
public partial class ActorCell
{
    internal void Invoke(in Envelope envelope)
    {
        var message = envelope.Message;
        _message = message;
        _sender = envelope.Sender;
        CurrentDelivery++;
        try
        {
            if (_receiveTimeout is not null && message is not INotInfluenceReceiveTimeout) _receiveTimeout.Cancel();
            if (!TryReceiveAutomatically(message)) Handle(message);
            if (_receiveTimeout is not null && !Mailbox.IsAwaiting) ReArmReceiveTimeout();
        }
        catch (Exception e)
        {
            Fail(e);
        }

        if (!Mailbox.IsAwaiting)
        {
            _message = null;
            _sender = null;
        }
    }

    internal void InvokeSystem(SystemMessage message)
    {
        try
        {
            switch (message)
            {
                case Create: OnCreate(); break;
                case Watch watch: AddWatcher(watch.Watchee, watch.Watcher); break;
                case Unwatch unwatch: RemoveWatcher(unwatch.Watchee, unwatch.Watcher); break;
                case Akka.Dispatch.SysMsg.Suspend: OnSuspend(); break;
                case Resume resume: OnResume(resume.CausedByFailure); break;
                case Recreate recreate: OnRecreate(recreate.Cause); break;
                case Terminate: OnTerminate(); break;
                case Failed failed: OnChildFailed(failed); break;
                case DeathWatchNotification notice: OnDeathWatchNotification(notice); break;
                case ActorTask task: RunContinuation(task); break;
                default: throw new NotSupportedException($"Unknown system message {message.GetType().Name}");
            }
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    /// <summary>What becomes of a system message that an ended actor gets.</summary>
    internal void HandleAfterDeath(SystemMessage message)
    {
        if (message is Watch watch && watch.Watchee.Equals(this) && !watch.Watcher.Equals(this))
        {
            watch.Watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true, addressTerminated: false));
        }
    }

    private void Handle(object message)
    {
        var actor = _actor;
        if (actor is null) return;
        if (_aroundReceive)
        {
            actor.HandleAround(_behaviour ?? actor.HandleInitially, message);
        }
        else if (_behaviour is null)
        {
            actor.HandleDirectly(message);
        }
        else if (!_behaviour(message))
        {
            actor.ReportUnhandled(message);
        }
    }

    // By their types: looking for their interface would cost every other message more.
    private bool TryReceiveAutomatically(object message)
    {
        switch (message)
        {
            case TimerMessage timer:
                if (_timers is not null && _timers.TryTake(timer))
                {
                    _message = timer.Message;
                    if (!TryReceiveAutomatically(timer.Message)) Handle(timer.Message);
                }

                return true;
            case Terminated terminated:
                ReceiveTerminated(terminated);
                return true;
            case PoisonPill:
                Stop();
                return true;
            case Kill:
                throw new ActorKilledException("Kill");
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, this), this);
                return true;
            default:
                return false;
        }
    }
}
