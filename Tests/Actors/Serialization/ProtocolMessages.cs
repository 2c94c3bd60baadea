using System.Reflection;
using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Actors.Serialization;

/// <summary>Every class whose objects the device's actors send, found in the assemblies themselves.</summary>
internal static class ProtocolMessages
{
    /// <summary>
    /// The classes that a protocol (a static class) or an actor nests, the events of sessions, and whatever says that it stays in
    /// the process.
    /// </summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(Device).Assembly.GetTypes().Where(type => type.IsNested && IsMessageClass(type) && SpeaksFor(type.DeclaringType!))
            .Select(Closed),
        .. typeof(SessionEvent).Assembly.GetTypes().Where(type => IsMessageClass(type)
            && (type.IsSubclassOf(typeof(SessionEvent)) || typeof(IStaysInProcess).IsAssignableFrom(type))),
    ];

    /// <summary>Whether what a class nests are messages: it is a protocol or an actor.</summary>
    public static bool SpeaksFor(Type owner) =>
        (owner.IsAbstract && owner.IsSealed && owner.IsPublic) || owner.IsSubclassOf(typeof(ActorBase));

    // What may carry anything is looked at with bytes in it.
    private static Type Closed(Type type) =>
        type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(Memory<byte>)) : type;

    private static bool IsMessageClass(Type type) =>
        type.IsClass && !type.IsAbstract && !type.Name.StartsWith('<')
        && (type.GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public) is not null
            || typeof(IStaysInProcess).IsAssignableFrom(type));
}
