using System.Collections.Concurrent;
using System.Runtime.Serialization;
using Hyperion;
using Hyperion.SerializerFactories;
using Hyperion.ValueSerializers;

namespace Sim.Actors.Serialization.Packages;

// NEVER COMPILED against Hyperion, nor run (docs/serialization.md).
//
// The filter of types. Hyperion's own (allowed-types, HyperionSerializerSetup, ITypeFilter) judges a name when it is first
// looked up in the process: a class that anything else has looked up before passes. Factories are asked by each serializer,
// for each class, before it builds a reader or a writer; this one stands before all others, builds nothing, and throws for
// whatever is not in the list.
internal sealed class PlainTypesOnly : ValueSerializerFactory, ITypeFilter
{
    public override bool CanSerialize(global::Hyperion.Serializer serializer, Type type)
    {
        Require(type);
        return false;
    }

    public override bool CanDeserialize(global::Hyperion.Serializer serializer, Type type)
    {
        Require(type);
        return false;
    }

    public override ValueSerializer BuildSerializer(
        global::Hyperion.Serializer serializer, Type type, ConcurrentDictionary<Type, ValueSerializer> typeMapping) =>
        throw new NotSupportedException("The filter builds nothing.");

    // What may be read has a place in the list of known classes: a name is always wrong.
    public bool IsAllowed(string typeName) => false;

    private static void Require(Type type)
    {
        if (!PlainTypes.IsAllowed(type))
            throw new SerializationException($"{type} is neither read nor written here.");
    }
}
