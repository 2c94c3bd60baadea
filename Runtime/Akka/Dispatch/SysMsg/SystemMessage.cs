using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>A message of the runtime's own.</summary>
public interface ISystemMessage : INoSerializationVerificationNeeded;

/// <summary>A message of the runtime's own; overtakes ordinary ones. An instance may be sent once.</summary>
public abstract class SystemMessage : ISystemMessage
{
    /// <summary>The next in the queue of one mailbox.</summary>
    internal SystemMessage? Next;
}

/// <summary>Makes the actor's first instance.</summary>
public sealed class Create : SystemMessage
{
    /// <summary>For the inboxes of a controlled world, which link no messages: there one instance may be sent many times.</summary>
    internal static Create Unlinked { get; } = new();
}

/// <summary>Replaces the actor's instance.</summary>
/// <param name="cause">The failure that is the reason.</param>
public sealed class Recreate(Exception cause) : SystemMessage
{
    /// <summary>The failure that is the reason.</summary>
    public Exception Cause { get; } = cause;
}

/// <summary>Holds ordinary messages back.</summary>
public sealed class Suspend : SystemMessage;

/// <summary>Lets ordinary messages through again.</summary>
/// <param name="causedByFailure">The failure that had suspended the actor, or null.</param>
public sealed class Resume(Exception? causedByFailure) : SystemMessage
{
    /// <summary>The failure that had suspended the actor, or null.</summary>
    public Exception? CausedByFailure { get; } = causedByFailure;
}

/// <summary>Ends the actor.</summary>
public sealed class Terminate : SystemMessage;

/// <summary>Tells a supervisor of a failure.</summary>
/// <param name="child">The child that failed.</param>
/// <param name="cause">The failure.</param>
/// <param name="uid">The id of the child's incarnation.</param>
public sealed class Failed(IActorRef child, Exception cause, long uid) : SystemMessage
{
    /// <summary>The child that failed.</summary>
    public IActorRef Child { get; } = child;

    /// <summary>The failure.</summary>
    public Exception Cause { get; } = cause;

    /// <summary>The id of the child's incarnation.</summary>
    public long Uid { get; } = uid;
}

/// <summary>Adds a watcher.</summary>
/// <param name="watchee">Who is watched.</param>
/// <param name="watcher">Who watches.</param>
public sealed class Watch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    /// <summary>Who is watched.</summary>
    public IInternalActorRef Watchee { get; } = watchee;

    /// <summary>Who watches.</summary>
    public IInternalActorRef Watcher { get; } = watcher;
}

/// <summary>Removes a watcher.</summary>
/// <param name="watchee">Who was watched.</param>
/// <param name="watcher">Who watched.</param>
public sealed class Unwatch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    /// <summary>Who was watched.</summary>
    public IInternalActorRef Watchee { get; } = watchee;

    /// <summary>Who watched.</summary>
    public IInternalActorRef Watcher { get; } = watcher;
}

/// <summary>Tells a parent or a watcher that an actor has ended.</summary>
/// <param name="actor">Who ended.</param>
/// <param name="existenceConfirmed">True when it is known to have lived.</param>
/// <param name="addressTerminated">True when its whole node was lost.</param>
public sealed class DeathWatchNotification(IActorRef actor, bool existenceConfirmed, bool addressTerminated)
    : SystemMessage
{
    /// <summary>Who ended.</summary>
    public IActorRef Actor { get; } = actor;

    /// <summary>True when it is known to have lived.</summary>
    public bool ExistenceConfirmed { get; } = existenceConfirmed;

    /// <summary>True when its whole node was lost.</summary>
    public bool AddressTerminated { get; } = addressTerminated;
}

/// <summary>Runs a continuation of an actor's asynchronous handler in the actor's turn.</summary>
internal sealed class ActorTask(ActorTaskScheduler scheduler, Task task) : SystemMessage
{
    public ActorTaskScheduler Scheduler { get; } = scheduler;

    public Task Task { get; } = task;
}
