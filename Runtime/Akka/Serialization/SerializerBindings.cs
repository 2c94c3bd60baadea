using System.Collections.Concurrent;

namespace Akka.Serialization;

/// <summary>Which serializer is for which type: the most specific binding that fits, the first of several that are equally so.</summary>
internal sealed class SerializerBindings
{
    private readonly Lock _lock = new();
    private (Type Type, Serializer Serializer)[] _bindings = [];
    private ConcurrentDictionary<Type, Serializer?> _found = new();

    /// <summary>Binds a type, in the place of an earlier binding.</summary>
    public void Set(Type type, Serializer serializer)
    {
        lock (_lock)
        {
            var copy = _bindings.ToArray();
            var index = Array.FindIndex(copy, binding => binding.Type == type);
            if (index < 0) copy = [.. copy, (type, serializer)];
            else copy[index] = (type, serializer);
            Volatile.Write(ref _bindings, copy);
            Volatile.Write(ref _found, new());
        }
    }

    /// <summary>Finds the serializer of a type by what is bound except object, which fits everything.</summary>
    public Serializer? Find(Type type)
    {
        var found = Volatile.Read(ref _found);
        return found.TryGetValue(type, out var serializer) ? serializer : found.GetOrAdd(type, MostSpecific(type));
    }

    /// <summary>The serializer that is bound to object.</summary>
    public Serializer? ForObject => Array.Find(Volatile.Read(ref _bindings), binding => binding.Type == typeof(object)).Serializer;

    private Serializer? MostSpecific(Type type)
    {
        var fitting = Array.FindAll(
            Volatile.Read(ref _bindings), binding => binding.Type != typeof(object) && binding.Type.IsAssignableFrom(type));
        return Array.Find(fitting, candidate => !Array.Exists(
            fitting, other => other.Type != candidate.Type && candidate.Type.IsAssignableFrom(other.Type))).Serializer;
    }
}
