using System.Collections.Concurrent;
using System.Reflection;

namespace Akka.Actor;

/// <summary>What the kernel must know about a class of actors, found by reflection once per process.</summary>
internal sealed class ActorTypeInfo
{
    private static readonly ConcurrentDictionary<Type, ActorTypeInfo> Known = new();

    private ActorTypeInfo(Type type)
    {
        Type = type;
        HasStash = typeof(IActorStash).IsAssignableFrom(type);
        HasUnboundedStash = typeof(IWithUnboundedStash).IsAssignableFrom(type);
        HasTimers = typeof(IWithTimers).IsAssignableFrom(type);
        IsInitializable = typeof(IInitializableActor).IsAssignableFrom(type);
        WantsParts = HasStash || HasTimers || IsInitializable;
        HasOwnAroundReceive = type.GetMethod(
            "AroundReceive", BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance,
            [typeof(Receive), typeof(object)])?.DeclaringType != typeof(ActorBase);
    }

    public Type Type { get; }

    /// <summary>True when the kernel gives the actors something: a stash, timers, or a call behind the constructor.</summary>
    public bool WantsParts { get; }

    public bool HasStash { get; }

    public bool HasUnboundedStash { get; }

    public bool HasTimers { get; }

    public bool IsInitializable { get; }

    /// <summary>False lets the kernel skip the delegate that AroundReceive is called with.</summary>
    public bool HasOwnAroundReceive { get; }

    public static ActorTypeInfo Of(Type type) => Known.GetOrAdd(type, static t => new ActorTypeInfo(t));
}
