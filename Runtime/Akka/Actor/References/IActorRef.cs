using Akka.Util;

namespace Akka.Actor;

/// <summary>Anything that messages can be sent to.</summary>
public interface ICanTell
{
    /// <summary>Sends <paramref name="message"/> and returns at once; at most once, in order per sender and receiver.</summary>
    /// <param name="message">The message; must not be null.</param>
    /// <param name="sender">Who replies go to, or null for nobody.</param>
    void Tell(object message, IActorRef? sender);
}

/// <summary>The address of one incarnation of an actor; equal references reach the same incarnation.</summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, ISurrogated, IComparable
{
    /// <summary>The path of the actor, with the unique id of its incarnation.</summary>
    ActorPath Path { get; }
}

/// <summary>Marks a reference owner whose sends must not take the running actor as the implicit sender.</summary>
public interface INoImplicitSender;
