using Akka.Event;

namespace Akka.Actor;

/// <summary>Tells a watcher that an actor has ended.</summary>
/// <param name="actorRef">The actor that ended.</param>
/// <param name="existenceConfirmed">True when the actor is known to have lived.</param>
/// <param name="addressTerminated">True when its whole node was lost.</param>
public sealed class Terminated(IActorRef actorRef, bool existenceConfirmed, bool addressTerminated)
    : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression, INoSerializationVerificationNeeded,
        IEquatable<Terminated>
{
    /// <summary>The actor that ended.</summary>
    public IActorRef ActorRef { get; } = actorRef;

    /// <summary>True when its whole node was lost.</summary>
    public bool AddressTerminated { get; } = addressTerminated;

    /// <summary>True when the actor is known to have lived.</summary>
    public bool ExistenceConfirmed { get; } = existenceConfirmed;

    /// <inheritdoc/>
    public bool Equals(Terminated? other) =>
        other is not null && ActorRef.Equals(other.ActorRef)
        && AddressTerminated == other.AddressTerminated && ExistenceConfirmed == other.ExistenceConfirmed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Terminated);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ActorRef, AddressTerminated, ExistenceConfirmed);

    /// <inheritdoc/>
    public override string ToString() => $"<Terminated>: {ActorRef} - ExistenceConfirmed={ExistenceConfirmed}";
}
