using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <content>Failing, and supervising the children's failures.</content>
public partial class ActorCell
{
    // Few actors ever fail.
    private FailureState? _failure;

    // The parent's, in its turns: no part of what the actor notes in its own.
    private ChildRestartStats? _restartStats;

    internal ChildRestartStats RestartStats => _restartStats ??= new ChildRestartStats(this);

    private FailureState Failure => _failure ??= new FailureState();

    /// <summary>Stops handling messages, with all children, until the supervisor has decided.</summary>
    /// <param name="cause">The failure.</param>
    /// <param name="notToSuspend">Children that are suspended already.</param>
    internal void Fail(Exception cause, IReadOnlyList<ActorCell>? notToSuspend = null)
    {
        switch (_state)
        {
            case CellState.Failed or CellState.Creating or CellState.Recreating
                or CellState.Terminating or CellState.Terminated:
                // The supervisor knows of an earlier failure, or the instance is gone: this one is only reported.
                _system.EventStream.Publish(new Error(cause, Path.ToString(), GetType(), cause.Message));
                return;
        }

        _state = CellState.Failed;
        Failure.Message = _message is TimerMessage timer ? timer.Message : _message;
        Failure.Sender = _sender;
        Mailbox.Hold();
        SuspendChildren(notToSuspend);
        _parent.SendSystemMessage(new Failed(this, cause, _uid));
    }

    private void ClearFailure()
    {
        if (_state == CellState.Failed || _state == CellState.Recreating || _state == CellState.Creating)
        {
            _state = CellState.Running;
        }

        if (_failure is null) return;
        _failure.Message = null;
        _failure.Sender = null;
        _failure.Perpetrator = null;
    }

    private void OnChildFailed(Failed failure)
    {
        if (failure.Child is not ActorCell child || _children is null || !_children.Contains(child)) return;
        var strategy = Strategy();
        bool handled;
        try
        {
            handled = strategy.HandleFailure(
                this, child, failure.Cause, child.RestartStats, new ChildStats(_children));
        }
        catch (Exception)
        {
            Failure.Perpetrator = child;
            throw;
        }

        if (handled) return;
        Failure.Perpetrator = child;
        (_message, _sender) = (null, null);
        Fail(failure.Cause);
    }

    private SupervisorStrategy Strategy()
    {
        if (Props.SupervisorStrategy is { } given) return given;

        // Between two instances (a restart that waits for its children) there is nobody to ask.
        return _actor?.DeclaredStrategy() ?? SupervisorStrategy.DefaultStrategy;
    }

    private void SuspendChildren(IReadOnlyList<ActorCell>? except = null)
    {
        if (_children is null) return;
        foreach (var child in _children.Snapshot())
        {
            if (except is null || !except.Contains(child)) child.Suspend();
        }
    }

    private void ResumeChildren(Exception? cause, IActorRef? perpetrator)
    {
        if (_children is null) return;
        foreach (var child in _children.Snapshot()) child.Resume(child.Equals(perpetrator) ? cause : null);
    }

    private sealed class FailureState
    {
        /// <summary>What the actor was handling when it failed.</summary>
        public object? Message { get; set; }

        /// <summary>Who had sent that.</summary>
        public IActorRef? Sender { get; set; }

        /// <summary>The child whose failure is the actor's own.</summary>
        public IActorRef? Perpetrator { get; set; }

        /// <summary>Why the actor is restarted, while it waits for its children to end.</summary>
        public Exception? RestartCause { get; set; }
    }
}
