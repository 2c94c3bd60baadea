using System.Runtime.CompilerServices;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <content>Handling one message.</content>
public partial class ActorCell
{
    internal void Invoke(in Envelope envelope)
    {
        try
        {
            Begin(envelope.Message, envelope.Sender);
        }
        catch (Exception e)
        {
            Fail(e);
        }

        End();
    }

    /// <summary>Handles a message in a turn of its own, on the one thread of a controlled world.</summary>
    internal void InvokeAlone(object message, IActorRef? sender, ThreadTurn turn)
    {
        var outer = turn.Actor;
        turn.Actor = this;
        try
        {
            Begin(message, sender);
        }
        catch (Exception e)
        {
            FailAlone(e);
        }

        End();

        // Mostly there is none, and storing a null costs nothing.
        if (outer is null) turn.Actor = null;
        else turn.Actor = outer;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Begin(object message, IActorRef? sender)
    {
        _message = message;
        _sender = sender;
        CurrentDelivery++;
        if (_receiveTimeout is not null && message is not INotInfluenceReceiveTimeout) _receiveTimeout.Cancel();
        if (IsAutomatic(message)) ReceiveAutomatically(message);
        else Handle(message);
        if (_receiveTimeout is not null && !Mailbox.IsAwaiting) ReArmReceiveTimeout();
    }

    private void End()
    {
        if (Mailbox.IsAwaiting) return;
        _message = null;
        _sender = null;
    }

    private void FailAlone(Exception cause)
    {
        try
        {
            Fail(cause);
        }
        catch (Exception e)
        {
            Mailbox.Dispatcher.ReportFailedTurn(e);
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
    private static bool IsAutomatic(object message) => message is TimerMessage or Terminated or PoisonPill or Kill or Identify;

    private void ReceiveAutomatically(object message)
    {
        switch (message)
        {
            case TimerMessage timer:
                if (_timers is null || !_timers.TryTake(timer)) return;
                _message = timer.Message;
                if (IsAutomatic(timer.Message)) ReceiveAutomatically(timer.Message);
                else Handle(timer.Message);
                break;
            case Terminated terminated:
                ReceiveTerminated(terminated);
                break;
            case PoisonPill:
                Stop();
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, this), this);
                break;
        }
    }
}
