using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.TestKit.Internal;
using Akka.Util;

namespace Akka.TestKit;

/// <summary>What test references share.</summary>
/// <typeparam name="TActor">The class of the actor.</typeparam>
public abstract class TestActorRefBase<TActor> : IInternalActorRef
    where TActor : ActorBase
{
    private readonly CapturingProducer _producer;
    private readonly IInternalActorRef _inner;

    /// <summary>Creates the actor.</summary>
    /// <param name="system">The system.</param>
    /// <param name="actorProps">How to create the actor.</param>
    /// <param name="supervisor">The actor that supervises it; null for the guardian of users' actors.</param>
    /// <param name="name">Its name; when null one is made up.</param>
    protected TestActorRefBase(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(actorProps);
        _producer = new CapturingProducer(actorProps);
        var deploy = actorProps.Deploy.Dispatcher.Length == 0
            ? actorProps.Deploy.WithDispatcher(CallingThreadDispatcher.Id)
            : actorProps.Deploy;
        var props = Props.CreateBy(_producer).WithDeploy(deploy);
        if (actorProps.SupervisorStrategy is { } strategy) props = props.WithSupervisorStrategy(strategy);
        _inner = (IInternalActorRef)(supervisor is ActorCell parent
            ? parent.Attach(props, name)
            : system.ActorOf(props, name));
        InternalRef = new InternalTestActorRef((ActorCell)_inner);
    }

    /// <summary>The reference of the actor.</summary>
    public IActorRef Ref => _inner;

    /// <summary>The actor, for handling messages past its mailbox.</summary>
    protected InternalTestActorRef InternalRef { get; }

    /// <summary>The instance that runs now.</summary>
    /// <exception cref="IllegalActorStateException">The actor has not been created, or is of another class.</exception>
    public TActor UnderlyingActor => _producer.Latest as TActor
        ?? throw new IllegalActorStateException($"There is no {typeof(TActor)} behind {_inner}.");

    /// <summary>The path of the actor.</summary>
    public ActorPath Path => _inner.Path;

    IInternalActorRef IInternalActorRef.Parent => _inner.Parent;

    IActorRefProvider IInternalActorRef.Provider => _inner.Provider;

    bool IInternalActorRef.IsTerminated => _inner.IsTerminated;

    bool IActorRefScope.IsLocal => _inner.IsLocal;

    /// <summary>The reference behind a test reference.</summary>
    /// <param name="actorRef">The test reference.</param>
    /// <returns>The reference.</returns>
    public static IActorRef ToActorRef(TestActorRefBase<TActor> actorRef)
    {
        ArgumentNullException.ThrowIfNull(actorRef);
        return actorRef._inner;
    }

    /// <summary>Sends a message from the implicit sender.</summary>
    /// <param name="message">The message.</param>
    public void Tell(object message) => _inner.Tell(message);

    /// <summary>Sends a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender.</param>
    public void Tell(object message, IActorRef? sender) => _inner.Tell(message, sender);

    /// <summary>Passes a message on from the sender of the message that is being handled.</summary>
    /// <param name="message">The message.</param>
    public void Forward(object message) => _inner.Forward(message);

    /// <summary>Lets the actor watch another one.</summary>
    /// <param name="subject">The other one.</param>
    public void Watch(IActorRef subject) =>
        _inner.SendSystemMessage(new Watch((IInternalActorRef)subject, _inner));

    /// <summary>Lets the actor stop watching another one.</summary>
    /// <param name="subject">The other one.</param>
    public void Unwatch(IActorRef subject) =>
        _inner.SendSystemMessage(new Unwatch((IInternalActorRef)subject, _inner));

    /// <inheritdoc/>
    public int CompareTo(object? obj) => _inner.CompareTo(obj is TestActorRefBase<TActor> other ? other._inner : obj);

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is IActorRef other && _inner.Equals(other is TestActorRefBase<TActor> test ? test._inner : other);

    /// <inheritdoc/>
    public override int GetHashCode() => _inner.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"{_inner}";

    /// <summary>Handles a message here and now, past the mailbox; what the handler throws comes out.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender.</param>
    public void Receive(object message, IActorRef? sender = null) => InternalRef.Receive(message, sender);

    /// <summary>Handles a message here and now, past the mailbox; the task ends with the handler's.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender.</param>
    /// <returns>Done when the handler is; fails as it does.</returns>
    public Task ReceiveAsync(object message, IActorRef? sender = null) => InternalRef.ReceiveAsync(message, sender);

    /// <summary>Sends a message of the system to the actor.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Not used: such messages have no sender.</param>
    public void SendSystemMessage(ISystemMessage message, IActorRef sender) => SendSystemMessage(message);

    /// <summary>Sends a message of the system to the actor.</summary>
    /// <param name="message">The message; an instance may be sent once.</param>
    public void SendSystemMessage(ISystemMessage message) => _inner.SendSystemMessage((SystemMessage)message);

    void IInternalActorRef.SendSystemMessage(SystemMessage message) => _inner.SendSystemMessage(message);

    ISurrogate ISurrogated.ToSurrogate(ActorSystem system) => _inner.ToSurrogate(system);

    bool IEquatable<IActorRef>.Equals(IActorRef? other) => Equals((object?)other);

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => CompareTo(other);

    IActorRef IInternalActorRef.GetChild(IReadOnlyList<string> name) => _inner.GetChild(name);

    void IInternalActorRef.Resume(Exception? causedByFailure) => _inner.Resume(causedByFailure);

    void IInternalActorRef.Start() => _inner.Start();

    void IInternalActorRef.Stop() => _inner.Stop();

    void IInternalActorRef.Restart(Exception cause) => _inner.Restart(cause);

    void IInternalActorRef.Suspend() => _inner.Suspend();
}
