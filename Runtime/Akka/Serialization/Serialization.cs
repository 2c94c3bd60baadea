using System.Collections.Concurrent;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Serialization;

// Reference types carry no nullability, as in Akka.NET: null is an object like any other here.
#nullable disable annotations

/// <summary>The serializers of a system, and which of them is for what.</summary>
public partial class Serialization
{
    private readonly ConcurrentDictionary<string, Serializer> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Serializer> _byIdentifier = new();
    private readonly SerializerBindings _bindings = new();
    private readonly NullSerializer _ofNull;

    /// <summary>Makes the serializers that the setup and the configuration of a system name.</summary>
    /// <param name="system">The system.</param>
    /// <exception cref="ConfigurationException">A serializer, a binding or a number is wrong; the key is named.</exception>
    public Serialization(ExtendedActorSystem system)
    {
        System = system;
        KnownTypes = new KnownTypes(type => _bindings.Find(type) is not null);
        _ofNull = new NullSerializer(system);
        AddSerializer(_ofNull);
        Configure();
    }

    /// <summary>The system.</summary>
    public ExtendedActorSystem System { get; }

    internal KnownTypes KnownTypes { get; }

    /// <summary>What must be kept beside the bytes of an object so that they can be read again.</summary>
    /// <param name="s">The serializer of the object.</param>
    /// <param name="msg">The object.</param>
    /// <returns>The serializer's own name of the type, the name of the class, or nothing.</returns>
    public static string ManifestFor(Serializer s, object msg) => s switch
    {
        SerializerWithStringManifest named => named.Manifest(msg),
        { IncludeManifest: true } => KnownTypes.NameOf(msg.GetType()),
        _ => "",
    };

    /// <summary>Adds a serializer for reading, by its number. It is bound to nothing yet.</summary>
    /// <param name="serializer">The serializer.</param>
    public void AddSerializer(Serializer serializer) => _byIdentifier[serializer.Identifier] = serializer;

    /// <summary>Adds a serializer by a name and by its number. It is bound to nothing yet.</summary>
    /// <param name="name">The name.</param>
    /// <param name="serializer">The serializer.</param>
    public void AddSerializer(string name, Serializer serializer)
    {
        _byName[name] = serializer;
        AddSerializer(serializer);
    }

    /// <summary>Binds a type, with what derives from it, to a serializer.</summary>
    /// <param name="type">The type.</param>
    /// <param name="serializer">The serializer.</param>
    public void AddSerializationMap(Type type, Serializer serializer) => _bindings.Set(type, serializer);

    /// <summary>Writes an object with its serializer.</summary>
    /// <param name="o">The object.</param>
    /// <returns>The bytes.</returns>
    public byte[] Serialize(object o) => WithTransport(
        System, (Serialization: this, Object: o), static state => state.Serialization.FindSerializerFor(state.Object).ToBinary(state.Object));

    /// <summary>Reads an object.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="serializerId">The number of the serializer that wrote them.</param>
    /// <param name="type">The type of the object, or null.</param>
    /// <returns>The object.</returns>
    /// <exception cref="SerializationException">There is no serializer of that number.</exception>
    public object Deserialize(byte[] bytes, int serializerId, Type type) => WithTransport(
        System, (Serializer: Numbered(serializerId), Bytes: bytes, Type: type),
        static state => state.Serializer.FromBinary(state.Bytes, state.Type));

    /// <summary>Reads an object.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="serializerId">The number of the serializer that wrote them.</param>
    /// <param name="manifest">What <see cref="ManifestFor"/> had given.</param>
    /// <returns>The object.</returns>
    /// <exception cref="SerializationException">
    /// There is no serializer of that number, or the manifest names a type that data may not name.
    /// </exception>
    public object Deserialize(byte[] bytes, int serializerId, string manifest)
    {
        var serializer = Numbered(serializerId);
        if (serializer is SerializerWithStringManifest named)
        {
            return WithTransport(
                System, (Serializer: named, Bytes: bytes, Manifest: manifest),
                static state => state.Serializer.FromBinary(state.Bytes, state.Manifest));
        }

        return Deserialize(bytes, serializerId, string.IsNullOrEmpty(manifest) ? null : TypeNamed(manifest));
    }

    /// <summary>Finds the serializer of an object.</summary>
    /// <param name="obj">The object, which may be null.</param>
    /// <param name="defaultSerializerName">The serializer when nothing is bound but object; null for the one that is bound to object.</param>
    /// <returns>The serializer.</returns>
    /// <exception cref="SerializationException">There is none.</exception>
    public Serializer FindSerializerFor(object obj, string defaultSerializerName = null) =>
        obj is null ? _ofNull : FindSerializerForType(obj.GetType(), defaultSerializerName);

    /// <summary>Finds the serializer of a type: the one with the most specific binding.</summary>
    /// <param name="objectType">The type.</param>
    /// <param name="defaultSerializerName">The serializer when nothing is bound but object; null for the one that is bound to object.</param>
    /// <returns>The serializer.</returns>
    /// <exception cref="SerializationException">There is none.</exception>
    public Serializer FindSerializerForType(Type objectType, string defaultSerializerName = null)
    {
        ArgumentNullException.ThrowIfNull(objectType);
        KnownTypes.Add(objectType);
        if (_bindings.Find(objectType) is { } bound) return bound;
        if (defaultSerializerName is null)
        {
            return _bindings.ForObject
                ?? throw new SerializationException($"akka.actor.serialization-bindings: nothing is bound to [{objectType}].");
        }

        return _byName.TryGetValue(defaultSerializerName, out var named)
            ? named
            : throw new SerializationException($"akka.actor.serializers: there is no serializer [{defaultSerializerName}].");
    }

    internal Type TypeNamed(string name) => KnownTypes.Find(name) ?? throw new SerializationException(
        $"The data names the type [{name}], which is not known here: only types that are bound in "
        + "akka.actor.serialization-bindings, or have been serialized before, can be read.");

    private Serializer Numbered(int identifier) =>
        _byIdentifier.TryGetValue(identifier, out var serializer)
            ? serializer
            : throw new SerializationException(
                $"There is no serializer with the number {identifier}: sender and receiver differ in akka.actor.serializers "
                + "or akka.actor.serialization-identifiers.");
}
