using System.Collections.Concurrent;
using System.Reflection;
using Akka.Actor;
using Akka.Event;
using Akka.Util;

namespace Akka.Serialization;

/// <summary>
/// The types that data may name. A name never loads an assembly; it stands for a type only when that is plain data of
/// .NET, one of the runtime's own messages, bound to a serializer (or derived from what is), or has been serialized by
/// this system before.
/// </summary>
internal sealed class KnownTypes
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(object), typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly),
        typeof(TimeOnly), typeof(TimeSpan), typeof(Uri), typeof(Version), typeof(Type), typeof(Nullable<>),
        typeof(System.Numerics.BigInteger), typeof(Int128), typeof(UInt128), typeof(Half),
        typeof(Identify), typeof(ActorIdentity), typeof(PoisonPill), typeof(Kill), typeof(ReceiveTimeout),
        typeof(Status.Success), typeof(Status.Failure), typeof(UnhandledMessage), typeof(Deploy), typeof(DeployableDecider),
        typeof(Directive), typeof(ExceptionSurrogate),
    ];

    private static readonly string[] CollectionNamespaces =
        ["System.Collections.Generic", "System.Collections.Immutable", "System.Collections.ObjectModel"];

    private readonly ConcurrentDictionary<string, Type> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, string> _names = new();
    private readonly Func<Type, bool> _isBound;

    /// <param name="isBound">Tells whether the application has bound a type, or a base of it, to a serializer.</param>
    public KnownTypes(Func<Type, bool> isBound) => _isBound = isBound;

    /// <summary>The full name with the assembly, without versions, in which types are written.</summary>
    public static string NameOf(Type type) => $"{FullNameOf(type)}, {AssemblyOf(type)}";

    public static string FullNameOf(Type type)
    {
        if (type.IsArray) return $"{FullNameOf(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        return type.IsConstructedGenericType
            ? $"{type.GetGenericTypeDefinition().FullName}[[{string.Join("],[", type.GetGenericArguments().Select(NameOf))}]]"
            : type.FullName ?? type.Name;
    }

    public static string AssemblyOf(Type type) => type.Assembly.GetName().Name!;

    /// <summary>Notes a type of an object that the application serializes.</summary>
    public void Add(Type type)
    {
        if (!_names.ContainsKey(type)) _byName[_names.GetOrAdd(type, NameOf)] = type;
    }

    /// <summary>Finds a type by a name in data.</summary>
    /// <returns>The type, or null when there is none or data may not name it.</returns>
    public Type? Find(string name)
    {
        if (_byName.TryGetValue(name, out var known)) return known;
        var type = Parse(name);
        if (type is null || !IsSafe(type)) return null;
        Add(type);
        return type;
    }

    private static Type? Parse(string name)
    {
        try
        {
            return Type.GetType(name, Loaded, static (assembly, type, _) => (assembly ?? typeof(object).Assembly).GetType(type));
        }
        catch (Exception)
        {
            // Whatever a malformed name makes of the parser, it names nothing.
            return null;
        }
    }

    private static Assembly? Loaded(AssemblyName name) =>
        AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == name.Name);

    private bool IsSafe(Type type)
    {
        if (type.IsArray) return IsSafe(type.GetElementType()!);
        if (type.IsPointer || type.IsByRef || type.IsGenericTypeDefinition) return false;
        if (type.IsPrimitive || Plain.Contains(type) || _names.ContainsKey(type) || _isBound(type)) return true;
        if (type.IsConstructedGenericType)
        {
            return IsPlainGeneric(type.GetGenericTypeDefinition()) && Array.TrueForAll(type.GetGenericArguments(), IsSafe);
        }

        return type.Assembly == typeof(KnownTypes).Assembly
            ? typeof(ISurrogate).IsAssignableFrom(type)
            : type.Assembly == typeof(Exception).Assembly && typeof(Exception).IsAssignableFrom(type);
    }

    private static bool IsPlainGeneric(Type definition) =>
        Plain.Contains(definition)
        || CollectionNamespaces.Contains(definition.Namespace)
        || typeof(System.Runtime.CompilerServices.ITuple).IsAssignableFrom(definition);
}
