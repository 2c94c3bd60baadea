namespace Akka.Actor;

/// <summary>Marks what the runtime sees of an actor.</summary>
public interface IInternalActor
{
    /// <summary>The context of the actor.</summary>
    IActorContext ActorContext { get; }
}

/// <summary>The base of all actors.</summary>
public abstract class ActorBase : IInternalActor
{
    private readonly ActorCell _cell;

    /// <summary>Joins the actor to the cell that is creating it.</summary>
    /// <exception cref="ActorInitializationException">The actor is created by hand and not from Props.</exception>
    protected ActorBase()
    {
        var cell = ActorCell.Current;
        if (cell is null || !cell.TryClaim(this))
        {
            throw new ActorInitializationException(
                $"You cannot create an instance of [{GetType()}] explicitly using the constructor (new). "
                + "Use one of the ActorOf methods instead.");
        }

        _cell = cell;
    }

    /// <inheritdoc/>
    IActorContext IInternalActor.ActorContext => _cell;

    /// <summary>A behaviour that handles nothing.</summary>
    protected static Receive EmptyReceive { get; } = static _ => false;

    /// <summary>The context of the actor that runs on this thread.</summary>
    /// <exception cref="NotSupportedException">No actor runs on this thread.</exception>
    protected static IActorContext Context => ActorCell.Required();

    /// <summary>Who sent the current message; the dead letters when nobody did.</summary>
    protected IActorRef Sender => _cell.Sender;

    /// <summary>The actor itself.</summary>
    protected IActorRef Self => _cell;

    internal ActorCell Cell => _cell;

    /// <summary>Called around hook <see cref="PreStart"/>.</summary>
    public virtual void AroundPreStart() => PreStart();

    /// <summary>Called around hook <see cref="PreRestart"/>.</summary>
    /// <param name="cause">The failure.</param>
    /// <param name="message">The message that failed, or null.</param>
    public virtual void AroundPreRestart(Exception cause, object message) => PreRestart(cause, message);

    /// <summary>Called around hook <see cref="PostRestart"/>.</summary>
    /// <param name="cause">The failure.</param>
    /// <param name="message">The message that failed, or null.</param>
    public virtual void AroundPostRestart(Exception cause, object message) => PostRestart(cause);

    /// <summary>Called around hook <see cref="PostStop"/>.</summary>
    public virtual void AroundPostStop() => PostStop();

    internal virtual void HandleDirectly(object message)
    {
        if (!Receive(message)) Unhandled(message);
    }

    internal bool HandleInitially(object message) => Receive(message);

    internal void HandleAround(Receive receive, object message) => AroundReceive(receive, message);

    internal void ReportUnhandled(object message) => Unhandled(message);

    internal SupervisorStrategy? DeclaredStrategy() => SupervisorStrategy();

    /// <summary>Called around every message.</summary>
    /// <param name="receive">The current behaviour.</param>
    /// <param name="message">The message.</param>
    /// <returns>True when it was handled.</returns>
    protected internal virtual bool AroundReceive(Receive receive, object message)
    {
        if (receive(message)) return true;
        Unhandled(message);
        return false;
    }

    /// <summary>The initial behaviour.</summary>
    /// <param name="message">The message.</param>
    /// <returns>True when it was handled.</returns>
    protected abstract bool Receive(object message);

    /// <summary>Called for a message that the behaviour does not handle; publishes it on the event stream.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="DeathPactException">The message is a <see cref="Terminated"/>.</exception>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated) throw new DeathPactException(terminated.ActorRef);
        _cell.PublishUnhandled(message);
    }

    /// <summary>Replaces the current behaviour.</summary>
    /// <param name="receive">The new behaviour.</param>
    protected void Become(Receive receive) => _cell.Become(receive);

    /// <summary>Puts a behaviour on top of the current one.</summary>
    /// <param name="receive">The new behaviour.</param>
    protected void BecomeStacked(Receive receive) => _cell.BecomeStacked(receive);

    /// <summary>Goes back to the behaviour below; at the bottom, to the initial one.</summary>
    protected void UnbecomeStacked() => _cell.UnbecomeStacked();

    /// <summary>Sets or clears the receive timeout.</summary>
    /// <param name="timeout">The time without a message, more than zero, or null for none.</param>
    protected void SetReceiveTimeout(TimeSpan? timeout) => _cell.SetReceiveTimeout(timeout);

    /// <summary>Called before the first message.</summary>
    protected virtual void PreStart()
    {
    }

    /// <summary>Called on the failed instance before a restart; by default stops all children and calls PostStop.</summary>
    /// <param name="reason">The failure.</param>
    /// <param name="message">The message that failed, or null.</param>
    protected virtual void PreRestart(Exception reason, object message)
    {
        _cell.StopAndUnwatchChildren();
        PostStop();
    }

    /// <summary>Called on the new instance after a restart; by default calls PreStart.</summary>
    /// <param name="reason">The failure.</param>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>Called after the last message.</summary>
    protected virtual void PostStop()
    {
    }

    /// <summary>How failures of children are handled.</summary>
    /// <returns>The strategy.</returns>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.DefaultStrategy;
}
