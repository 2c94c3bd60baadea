using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection;
using System.Threading.Channels;
using Akka.Actor;
using Sim.Hardware.Crypto;
using Sim.Scenarios.Play;

namespace Sim.Tests.Secrecy;

/// <summary>Makes an object of any class of ours, by its largest constructor, with secrets wherever bytes or keys go.</summary>
internal sealed class SecretBearer(IActorRef actor)
{
    public static readonly byte[] Key = Convert.FromHexString("d1e2f3a4b5c6978899aabbcc1d2e3f4a");
    public static readonly byte[] Clear = Convert.FromHexString("7a6b5c4d3e2f10fedcba98765432bead70e1d2c3b4a5968778695a4b3c2d1e0f");

    private const int DepthMax = 8;

    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static Secrets Secrets { get; } = new Secrets().Add("a key", Key).Add("clear bytes", Clear);

    /// <summary>The objects of a class: one by its constructor, or one by each factory when it has no constructor of its own.</summary>
    public IReadOnlyList<object> All(Type type) => type.GetConstructors(Instance).Any(constructor => IsUsable(constructor, type))
        ? [Make(type, 0)]
        : [.. Factories(type).Select(factory => factory.Invoke(null, Arguments(factory, 0))!)];

    private static IEnumerable<MethodInfo> Factories(Type type) =>
        type.GetMethods(Static).Where(method => method.ReturnType == type && !method.IsGenericMethod
            && method.GetParameters().All(parameter => !parameter.ParameterType.IsByRef && parameter.ParameterType != type
                && !parameter.ParameterType.IsByRefLike));

    private static bool IsUsable(ConstructorInfo constructor, Type type)
    {
        var parameters = constructor.GetParameters();
        return (constructor.IsPublic || parameters.Length == 0 || type.IsSubclassOf(typeof(Exception)))
            && parameters.All(parameter => !parameter.ParameterType.IsByRefLike && !parameter.ParameterType.IsByRef
                && parameter.ParameterType != type && !parameter.ParameterType.IsPointer);
    }

    private object Make(Type type, int depth)
    {
        if (depth > DepthMax)
            throw new NotSupportedException($"{type} is too deep.");
        var constructor = type.GetConstructors(Instance).Where(candidate => IsUsable(candidate, type))
            .MaxBy(candidate => candidate.GetParameters().Length);
        if (constructor is not null)
            return Filled(constructor.Invoke(Arguments(constructor, depth)), constructor, depth);
        if (type.GetProperties(Static).FirstOrDefault(property => property.PropertyType == type) is { } given)
            return given.GetValue(null)!;
        var factory = Factories(type).FirstOrDefault();
        return factory?.Invoke(null, Arguments(factory, depth))
            ?? (type.IsValueType ? Activator.CreateInstance(type)! : throw new NotSupportedException($"Say here how to make {type}."));
    }

    // What has no parameters is told by its properties.
    private object Filled(object made, ConstructorInfo constructor, int depth)
    {
        if (constructor.GetParameters().Length > 0 || made is Exception)
            return made;
        foreach (var property in made.GetType().GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
            property.SetValue(made, Value(property.PropertyType, property.Name, depth + 1));
        return made;
    }

    private object?[] Arguments(MethodBase method, int depth) =>
        [.. method.GetParameters().Select(parameter => Value(parameter.ParameterType, parameter.Name!, depth + 1))];

    private object? Value(Type type, string name, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Value(inner, name, depth);
        if (Known(type, name) is { } known)
            return known;
        if (name == "capacity")
            return 1 << 16;
        if (type.IsPrimitive)
            return Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(0);
        if (type.IsSubclassOf(typeof(Delegate)) || (type.IsValueType && !IsOurs(type) && !type.IsGenericType))
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        if (ElementOf(type) is { } element)
            return List(type, element, Value(element, name, depth + 1)!);
        if (type == typeof(ChannelWriter<PlaybackChunk>))
            return Channel.CreateUnbounded<PlaybackChunk>().Writer;
        if (type.IsInterface)
            return IsOurs(type) ? DispatchProxy.Create(type, typeof(Silent)) : null;
        if (type.IsAbstract)
            type = IsOurs(type) ? Concrete(type) : throw new NotSupportedException($"Say here how to make {type}.");
        return IsOurs(type) ? Make(type, depth) : null;
    }

    private object? Known(Type type, string name) =>
        type == typeof(string) ? (name.Contains("key", StringComparison.OrdinalIgnoreCase) ? Convert.ToHexString(Key) : "00ffee")
        : type == typeof(byte[]) ? Key
        : type == typeof(ReadOnlyMemory<byte>) ? (name == "PublicKey" ? new byte[16] : new ReadOnlyMemory<byte>(Clear))
        : type == typeof(Memory<byte>) ? new Memory<byte>([.. Clear])
        : type == typeof(UInt128) ? BinaryPrimitives.ReadUInt128BigEndian(Key)
        : type == typeof(SessionKey) ? new SessionKey(Key)
        : type == typeof(AesKey) ? new AesKey(Key)
        : type == typeof(WrappedContentKey) ? WrappedContentKey.Read(Key)
        : type == typeof(SessionKeyNonce) ? SessionKeyNonce.Read(new byte[16])
        : type == typeof(IActorRef) ? actor
        : type == typeof(object) ? new ReadOnlyMemory<byte>(Key)
        : type == typeof(Exception) ? new InvalidOperationException("text")
        : type == typeof(Type) ? typeof(Secrets)
        : null;

    private static bool IsOurs(Type type) => SecretTypes.Assemblies.Contains(type.Assembly);

    private static Type Concrete(Type type) =>
        type.Assembly.GetTypes().First(candidate => candidate.IsSubclassOf(type) && !candidate.IsAbstract);

    private static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [var only]
            && typeof(System.Collections.IEnumerable).IsAssignableFrom(type) ? only
        : null;

    private static object List(Type type, Type element, object value)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(value, 0);
        if (type.IsAssignableFrom(array.GetType()))
            return array;
        return type == typeof(ImmutableArray<>).MakeGenericType(element)
            ? typeof(ImmutableCollectionsMarshalling).GetMethod(nameof(ImmutableCollectionsMarshalling.Of))!.MakeGenericMethod(element).Invoke(null, [array])!
            : Activator.CreateInstance(type, array)!;
    }

    private static class ImmutableCollectionsMarshalling
    {
        public static ImmutableArray<T> Of<T>(T[] items) => [.. items];
    }

    private class Silent : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.ReturnType is { IsValueType: true } value && value != typeof(void) ? Activator.CreateInstance(value) : null;
    }
}
