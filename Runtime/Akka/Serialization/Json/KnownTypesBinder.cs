using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Akka.Serialization.Json;

/// <summary>Lets data name types only as far as <see cref="KnownTypes"/> goes.</summary>
internal sealed class KnownTypesBinder(Lazy<KnownTypes> types) : ISerializationBinder
{
    public void BindToName(Type serializedType, out string? assemblyName, out string? typeName)
    {
        var type = Named(serializedType);
        types.Value.Add(type);
        assemblyName = KnownTypes.AssemblyOf(type);
        typeName = KnownTypes.FullNameOf(type);
    }

    public Type BindToType(string? assemblyName, string typeName)
    {
        var name = assemblyName is null ? typeName : $"{typeName}, {assemblyName}";
        return types.Value.Find(name) ?? throw new JsonSerializationException(
            $"The type [{name}] is not known here: it is neither bound in akka.actor.serialization-bindings nor has it been serialized before.");
    }

    // The compiler makes the lists of collection expressions of classes of its own, which travel as arrays.
    private static Type Named(Type type) =>
        type.IsConstructedGenericType && type.Name.StartsWith("<>z__", StringComparison.Ordinal)
        && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            ? type.GetGenericArguments()[0].MakeArrayType()
            : type;
}
