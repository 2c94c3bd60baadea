using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <content>Birth, restart and end.</content>
public partial class ActorCell
{
    private bool _claimable;
    private bool _aroundReceive;

    /// <summary>Lets the constructor of an actor take this cell; once per creation.</summary>
    internal bool TryClaim(ActorBase actor)
    {
        if (!_claimable) return false;
        _claimable = false;
        _actor = actor;
        return true;
    }

    /// <summary>Starts a guardian in place, without a turn of its own.</summary>
    internal void StartInPlace()
    {
        var outer = Enter(this);
        try
        {
            _actor = NewActor();
        }
        finally
        {
            Leave(outer);
        }
    }

    private ActorBase NewActor()
    {
        _claimable = true;
        _behaviour = null;
        _behaviours = null;
        try
        {
            var actor = Props.NewActor()
                ?? throw new ActorInitializationException(this, "Actor instance passed to ActorOf can't be 'null'");
            var info = Props.TypeInfo;
            if (actor.GetType() != info.Type) info = ActorTypeInfo.Of(actor.GetType());
            _aroundReceive = info.HasOwnAroundReceive;
            if (info.WantsParts) GiveParts(actor, info);
            return actor;
        }
        finally
        {
            _claimable = false;
        }
    }

    private void GiveParts(ActorBase actor, ActorTypeInfo info)
    {
        if (info.HasStash) ((IActorStash)actor).Stash = NewStash();
        if (info.HasTimers) ((IWithTimers)actor).Timers = NewTimers();
        if (info.IsInitializable) ((IInitializableActor)actor).Init();
    }

    private void OnCreate()
    {
        Mailbox.Release();
        BeginRoutees();
        CreateFirst();
    }

    private protected virtual void BeginRoutees()
    {
    }

    private void CreateFirst()
    {
        try
        {
            _actor = NewActor();
            _actor.AroundPreStart();
            ReArmReceiveTimeout();
        }
        catch (Exception e)
        {
            ClearInstance();
            throw e as ActorInitializationException
                ?? new ActorInitializationException(this, $"Exception during creation: {e.Message}", e);
        }
    }

    private void OnSuspend()
    {
        Mailbox.Hold();
        SuspendChildren();
    }

    private void OnResume(Exception? causedByFailure)
    {
        if (_actor is null && _state == CellState.Failed)
        {
            // Nothing was ever created: going on without an instance is not possible.
            CreateAgain();
            return;
        }

        var perpetrator = _failure?.Perpetrator;
        Mailbox.Release();
        if (causedByFailure is not null) ClearFailure();
        ResumeChildren(causedByFailure, perpetrator);
        if (_actor is not null) ReArmReceiveTimeout();
    }

    private void OnRecreate(Exception cause)
    {
        if (IsStopping) return;
        if (_state is CellState.Recreating or CellState.Creating)
        {
            // One restart serves both; but whoever asked for this one has suspended the actor once more.
            OnResume(null);
            return;
        }

        if (_actor is null)
        {
            CreateAgain();
            return;
        }

        // The hook may look at the message that failed and answer its sender, or put it into the stash.
        (_message, _sender) = (_failure?.Message, _failure?.Sender);
        var failed = _actor;
        try
        {
            failed.AroundPreRestart(cause, _message!);
        }
        catch (Exception e)
        {
            var wrapped = new PreRestartException(this, e, cause, _failure?.Message);
            _system.EventStream.Publish(new Error(wrapped, Path.ToString(), failed.GetType(), e.Message));
        }

        (_message, _sender) = (null, null);
        ClearInstance();
        Failure.RestartCause = cause;
        if (_children is { StoppingCount: > 0 }) _state = CellState.Recreating;
        else FinishRecreate();
    }

    private void FinishRecreate()
    {
        var cause = Failure.RestartCause!;
        Failure.RestartCause = null;
        var survivors = _children?.Snapshot() ?? [];
        try
        {
            Mailbox.Release();
            var failedMessage = Failure.Message;
            ClearFailure();
            _actor = NewActor();
            _actor.AroundPostRestart(cause, failedMessage!);
            ReArmReceiveTimeout();
        }
        catch (Exception e)
        {
            ClearInstance();
            Fail(new PostRestartException(this, e, cause), survivors);
            return;
        }

        foreach (var child in survivors) child.Restart(cause);
    }

    /// <summary>The constructor had failed and the supervisor wants the actor all the same.</summary>
    private void CreateAgain()
    {
        StopAndUnwatchChildren();
        if (_children is { StoppingCount: > 0 }) _state = CellState.Creating;
        else FinishCreateAgain();
    }

    private void FinishCreateAgain()
    {
        Mailbox.Release();
        ClearFailure();
        CreateFirst();
    }

    private void OnTerminate()
    {
        if (_state is CellState.Terminating or CellState.Terminated) return;
        CancelReceiveTimeout();
        _state = CellState.Terminating;

        // A guardian gets children from any thread: either they are seen here or their creator sees the state.
        Interlocked.MemoryBarrier();
        if (_children is not { Count: > 0 })
        {
            FinishTerminate();
            return;
        }

        Mailbox.Hold();
        foreach (var child in _children.Snapshot()) Stop(child);
    }

    private void FinishTerminate()
    {
        try
        {
            _actor?.AroundPostStop();
        }
        catch (Exception e)
        {
            _system.EventStream.Publish(new Error(e, Path.ToString(), _actor!.GetType(), e.Message));
        }

        // A restart in PostStop is not possible any more: whatever happens now, the watchers must hear of the end.
        _state = CellState.Terminated;
        try
        {
            Mailbox.Dispatcher.Detach(this);
        }
        finally
        {
            _parent.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true, addressTerminated: false));
            TellWatchers();
            UnwatchAll();
            ClearInstance();
            _behaviours = null;
        }
    }

    /// <summary>Leaves the old instance behind: its stash goes back to the mailbox, its timers are void.</summary>
    private void ClearInstance()
    {
        var old = _actor;
        _actor = null;
        _behaviour = null;
        _behaviours = null;
        DropAsyncWork();
        CloseTimers();
        CancelReceiveTimeout();
        CloseStash();
        if (old is not null) Release(old);
    }

    // A producer that fails here must not keep the actor from its restart or its watchers from the news.
    private void Release(ActorBase old)
    {
        try
        {
            Props.Release(old);
        }
        catch (Exception e)
        {
            _system.EventStream.Publish(new Error(e, Path.ToString(), old.GetType(), e.Message));
        }
    }
}
