using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Util;

namespace Akka.TestKit;

/// <summary>
/// A further test actor with expectations of its own, which can be passed wherever a reference is wanted. It is never
/// the implicit sender: it sends with <see cref="Send"/>, <see cref="Reply"/> and <see cref="Forward(IActorRef)"/>.
/// </summary>
public partial class TestProbe : TestKitBase, INoImplicitSender, IInternalActorRef
{
    /// <summary>Creates a probe.</summary>
    /// <param name="system">Its system.</param>
    /// <param name="assertions">How to fail a test.</param>
    /// <param name="testProbeName">The name of its test actor; when null one is made up.</param>
    public TestProbe(ActorSystem system, ITestKitAssertions assertions, string? testProbeName = null)
        : base(assertions, system, testProbeName)
    {
    }

    /// <summary>The reference of the probe.</summary>
    public IActorRef Ref => TestActor;

    /// <summary>Who sent the last message that was received.</summary>
    /// <exception cref="IllegalActorStateException">No message has been received yet.</exception>
    public IActorRef Sender => LastSender;

    ActorPath IActorRef.Path => TestActor.Path;

    IInternalActorRef IInternalActorRef.Parent => Inner.Parent;

    IActorRefProvider IInternalActorRef.Provider => Inner.Provider;

    bool IInternalActorRef.IsTerminated => Inner.IsTerminated;

    bool IActorRefScope.IsLocal => Inner.IsLocal;

    private IInternalActorRef Inner => (IInternalActorRef)TestActor;

    /// <summary>Sends a message from the probe.</summary>
    /// <param name="actor">The receiver.</param>
    /// <param name="message">The message.</param>
    public void Send(IActorRef actor, object message)
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.Tell(message, TestActor);
    }

    /// <summary>Sends a message as if it came from the sender of the last message received.</summary>
    /// <param name="actor">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <exception cref="IllegalActorStateException">No message has been received yet.</exception>
    public void Forward(IActorRef actor, object message)
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.Tell(message, Sender);
    }

    /// <summary>Passes the last message received on, as if it came from its sender.</summary>
    /// <param name="actor">The receiver.</param>
    /// <exception cref="IllegalActorStateException">No message has been received yet.</exception>
    public void Forward(IActorRef actor) => Forward(actor, LastMessage);

    /// <summary>Answers the sender of the last message received.</summary>
    /// <param name="message">The answer.</param>
    /// <exception cref="IllegalActorStateException">No message has been received yet.</exception>
    public void Reply(object message) => Sender.Tell(message, TestActor);

    /// <summary>Not for probes: a probe makes no further probes.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override TestProbe CreateTestProbe(string? name = null) =>
        throw new NotSupportedException("A probe makes no further probes; create them with the test kit.");

    /// <summary>Sends a message of the system to the test actor.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Not used: such messages have no sender.</param>
    public void SendSystemMessage(ISystemMessage message, IActorRef sender) => SendSystemMessage(message);

    /// <summary>Sends a message of the system to the test actor.</summary>
    /// <param name="message">The message; an instance may be sent once.</param>
    public void SendSystemMessage(ISystemMessage message) => Inner.SendSystemMessage((SystemMessage)message);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => TestActor.CompareTo(obj is IActorRef other ? Unwrap(other) : obj);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IActorRef other && TestActor.Equals(Unwrap(other));

    /// <inheritdoc/>
    public override int GetHashCode() => TestActor.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"{TestActor}";

    void ICanTell.Tell(object message, IActorRef? sender) => TestActor.Tell(message, sender);

    bool IEquatable<IActorRef>.Equals(IActorRef? other) => other is not null && TestActor.Equals(Unwrap(other));

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => TestActor.CompareTo(other is null ? null : Unwrap(other));

    ISurrogate ISurrogated.ToSurrogate(ActorSystem system) => TestActor.ToSurrogate(system);

    IActorRef IInternalActorRef.GetChild(IReadOnlyList<string> name) => Inner.GetChild(name);

    void IInternalActorRef.Resume(Exception? causedByFailure) => Inner.Resume(causedByFailure);

    void IInternalActorRef.Start() => Inner.Start();

    void IInternalActorRef.Stop() => Inner.Stop();

    void IInternalActorRef.Restart(Exception cause) => Inner.Restart(cause);

    void IInternalActorRef.Suspend() => Inner.Suspend();

    void IInternalActorRef.SendSystemMessage(SystemMessage message) => Inner.SendSystemMessage(message);

    private static IActorRef Unwrap(IActorRef actor) => actor is TestProbe probe ? probe.TestActor : actor;
}
