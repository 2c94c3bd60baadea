using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Akka.Serialization.Json;

/// <summary>Lets data name types only as far as <see cref="KnownTypes"/> goes.</summary>
internal sealed class KnownTypesBinder(Lazy<KnownTypes> types) : ISerializationBinder
{
    public void BindToName(Type serializedType, out string? assemblyName, out string? typeName)
    {
        types.Value.Add(serializedType);
        assemblyName = KnownTypes.AssemblyOf(serializedType);
        typeName = KnownTypes.FullNameOf(serializedType);
    }

    public Type BindToType(string? assemblyName, string typeName)
    {
        var name = assemblyName is null ? typeName : $"{typeName}, {assemblyName}";
        return types.Value.Find(name) ?? throw new JsonSerializationException(
            $"The type [{name}] is not known here: it is neither bound in akka.actor.serialization-bindings nor has it been serialized before.");
    }
}
