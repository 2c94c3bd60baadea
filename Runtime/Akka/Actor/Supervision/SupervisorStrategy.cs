using Akka.Event;
using Akka.Util;

namespace Akka.Actor;

/// <summary>How an actor handles failures of its children.</summary>
public abstract class SupervisorStrategy : ISurrogated
{
    /// <summary>Stops a child that cannot be made or was killed, restarts every other.</summary>
    public static readonly IDecider DefaultDecider = Actor.Decider.From(
        Directive.Restart,
        new(typeof(ActorInitializationException), Directive.Stop),
        new(typeof(ActorKilledException), Directive.Stop),
        new(typeof(DeathPactException), Directive.Stop));

    /// <summary>One child at a time, by <see cref="DefaultDecider"/>, without a bound.</summary>
    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDecider);

    /// <summary>Stops every child that fails.</summary>
    public static readonly OneForOneStrategy StoppingStrategy = new(static _ => Directive.Stop);

    /// <summary>For strategies.</summary>
    protected SupervisorStrategy()
    {
    }

    /// <summary>Chooses what happens to a failed child.</summary>
    public abstract IDecider Decider { get; }

    /// <summary>True when failures are logged.</summary>
    protected bool LoggingEnabled { get; set; } = true;

    /// <summary>Handles the failure of a child.</summary>
    /// <param name="actorCell">The supervisor.</param>
    /// <param name="child">The child.</param>
    /// <param name="cause">The failure.</param>
    /// <param name="stats">The child's restarts.</param>
    /// <param name="children">The restarts of all children.</param>
    /// <returns>False when the failure must be escalated.</returns>
    public bool HandleFailure(
        ActorCell actorCell, IActorRef child, Exception cause, ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children)
    {
        var directive = Handle(child, cause);
        switch (directive)
        {
            case Directive.Escalate:
                LogFailure(actorCell, child, cause, directive);
                return false;
            case Directive.Resume:
                LogFailure(actorCell, child, cause, directive);
                ResumeChild(child, cause);
                return true;
            case Directive.Restart:
                LogFailure(actorCell, child, cause, directive);
                ProcessFailure(actorCell, true, child, cause, stats, children);
                return true;
            default:
                LogFailure(actorCell, child, cause, directive);
                ProcessFailure(actorCell, false, child, cause, stats, children);
                return true;
        }
    }

    /// <summary>Restarts or stops what a failure touches.</summary>
    /// <param name="context">The supervisor.</param>
    /// <param name="restart">True to restart, as far as the bound allows it.</param>
    /// <param name="child">The child.</param>
    /// <param name="cause">The failure.</param>
    /// <param name="stats">The child's restarts.</param>
    /// <param name="children">The restarts of all children.</param>
    public abstract void ProcessFailure(
        IActorContext context, bool restart, IActorRef child, Exception cause, ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children);

    /// <summary>Called when a child has ended.</summary>
    /// <param name="actorContext">The supervisor.</param>
    /// <param name="child">The child.</param>
    /// <param name="children">The remaining children.</param>
    public abstract void HandleChildTerminated(
        IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children);

    /// <inheritdoc/>
    public abstract ISurrogate ToSurrogate(ActorSystem system);

    /// <summary>Chooses what happens to a failed child.</summary>
    /// <param name="child">The child.</param>
    /// <param name="exception">The failure.</param>
    /// <returns>The choice.</returns>
    protected abstract Directive Handle(IActorRef child, Exception exception);

    /// <summary>Restarts a child.</summary>
    /// <param name="child">The child.</param>
    /// <param name="cause">The failure.</param>
    /// <param name="suspendFirst">True when the child is not the one that failed.</param>
    protected void RestartChild(IActorRef child, Exception cause, bool suspendFirst)
    {
        var internalRef = (IInternalActorRef)child;
        if (suspendFirst) internalRef.Suspend();
        internalRef.Restart(cause);
    }

    /// <summary>Lets a failed child go on.</summary>
    /// <param name="child">The child.</param>
    /// <param name="exception">The failure.</param>
    protected void ResumeChild(IActorRef child, Exception exception) => ((IInternalActorRef)child).Resume(exception);

    /// <summary>Publishes a failure to the log: a warning for resume, nothing for escalate, else an error.</summary>
    /// <param name="context">The supervisor.</param>
    /// <param name="child">The child.</param>
    /// <param name="cause">The failure.</param>
    /// <param name="directive">What was chosen.</param>
    protected virtual void LogFailure(IActorContext context, IActorRef child, Exception cause, Directive directive)
    {
        if (!LoggingEnabled || directive == Directive.Escalate) return;
        var message = cause is ActorInitializationException { InnerException: { } inner } ? inner.Message : cause.Message;
        var source = child.Path.ToString();
        LogEvent log = directive == Directive.Resume
            ? new Warning(source, GetType(), message)
            : new Error(cause, source, GetType(), message);
        context.System.EventStream.Publish(log);
    }
}
