using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <content>Failing, and supervising the children's failures.</content>
public partial class ActorCell
{
    private object? _failedMessage;
    private IActorRef? _failedSender;
    private IActorRef? _perpetrator;
    private ChildRestartStats? _restartStats;

    internal ChildRestartStats RestartStats => _restartStats ??= new ChildRestartStats(this);

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
        _failedMessage = _message is TimerMessage timer ? timer.Message : _message;
        _failedSender = _sender;
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

        _failedMessage = null;
        _failedSender = null;
        _perpetrator = null;
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
            _perpetrator = child;
            throw;
        }

        if (handled) return;
        _perpetrator = child;
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
}
