namespace Akka.Actor;

/// <summary>Asks an actor for its reference; the runtime answers with an <see cref="ActorIdentity"/>.</summary>
/// <param name="messageId">Returned in the answer.</param>
public sealed class Identify(object messageId) : IAutoReceivedMessage, INotInfluenceReceiveTimeout
{
    /// <summary>Returned in the answer.</summary>
    public object MessageId { get; } = messageId;
}

/// <summary>The answer to <see cref="Identify"/>.</summary>
/// <param name="messageId">The id of the question.</param>
/// <param name="subject">The actor, or null when there is none.</param>
public sealed class ActorIdentity(object messageId, IActorRef? subject)
{
    /// <summary>The id of the question.</summary>
    public object MessageId { get; } = messageId;

    /// <summary>The actor, or null when there is none.</summary>
    public IActorRef? Subject { get; } = subject;
}
