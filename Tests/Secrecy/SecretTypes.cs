using System.Reflection;
using Akka.Actor;
using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Tests.Actors.Serialization;

namespace Sim.Tests.Secrecy;

/// <summary>The classes of ours whose texts people see, found in the assemblies themselves.</summary>
internal static class SecretTypes
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. new[] { "Sim.Hardware", "Sim.Actors", "Sim.Checkers", "Sim.Control", "Sim.Simulation", "Sim.TestKit", "sim" }.Select(Assembly.Load)];

    /// <summary>Messages of all protocols, also those of clients and of the test kit.</summary>
    public static IReadOnlyList<Type> Messages { get; } =
    [
        .. ProtocolMessages.All,
        .. Concrete().Where(type => type.Assembly != typeof(SessionEvent).Assembly && type.Assembly != typeof(TraceEvent).Assembly
            && (typeof(INoSerializationVerificationNeeded).IsAssignableFrom(type)
                || (type.IsNested && type.IsClass && IsRecord(type) && ProtocolMessages.SpeaksFor(type.DeclaringType!)))),
    ];

    public static IReadOnlyList<Type> TraceEvents { get; } = [.. Concrete().Where(type => type.IsSubclassOf(typeof(TraceEvent)))];

    public static IReadOnlyList<Type> Exceptions { get; } = [.. Concrete().Where(type => type.IsSubclassOf(typeof(Exception)))];

    /// <summary>Effects, events and the other plain values of the model: all of its records.</summary>
    public static IReadOnlyList<Type> Values { get; } =
        [.. Concrete().Where(type => type.Assembly == typeof(SessionEffect).Assembly && IsRecord(type) && !Messages.Contains(type))];

    private static IEnumerable<Type> Concrete() => Assemblies.SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.IsAbstract && !type.IsGenericTypeDefinition && !type.Name.Contains('<', StringComparison.Ordinal));

    // The compiler gives records this member, of which their texts are made.
    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;
}
