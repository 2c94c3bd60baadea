using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Hyperion;

namespace Sim.Actors.Serialization.Packages;

// NEVER COMPILED against Hyperion, nor run: the packages could not be restored where this project is built
// (docs/serialization.md). Compiled with -p:AkkaPackages=true only, and bound by akka.hyperion.hocon.

/// <summary>
/// Writes the messages of <see cref="MessageTypes"/> by Hyperion, under the names that they have in JSON, and reads nothing else:
/// no other class can come to be, and what comes must be of the class that its name says.
/// </summary>
public sealed class HyperionMessageSerializer : SerializerWithStringManifest
{
    /// <summary>The number that its data is marked with.</summary>
    public const int Number = 7303;

    private readonly global::Hyperion.Serializer _hyperion;

    /// <summary>Made by the system.</summary>
    /// <param name="system">The system whose references are written.</param>
    public HyperionMessageSerializer(ExtendedActorSystem system)
        : base(system)
    {
        var filter = new PlainTypesOnly();
        _hyperion = new global::Hyperion.Serializer(new SerializerOptions(
            versionTolerance: false,
            preserveObjectReferences: false,
            surrogates: null,
            serializerFactories: [filter],
            knownTypes: PlainTypes.All,
            ignoreISerializable: true,
            packageNameOverrides: null,
            disallowUnsafeTypes: true,
            typeFilter: filter));
    }

    /// <inheritdoc/>
    public override int Identifier => Number;

    /// <inheritdoc/>
    public override string Manifest(object o) => MessageFrame.NameOf(o);

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj)
    {
        var name = Manifest(obj);
        using var stream = new MemoryStream();
        _hyperion.Serialize(Parcels.Pack(obj), stream);
        MessageFrame.RequireWritable(name, stream.Length);
        return stream.ToArray();
    }

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, string manifest)
    {
        var type = MessageFrame.RequireReadable(manifest, bytes);
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            var packed = _hyperion.Deserialize<object>(stream);
            if (packed?.GetType() == Parcels.PackedType(type) && stream.Position == stream.Length)
                return Parcels.Open(packed, system);
        }
        catch (Exception wrong) when (wrong is not SerializationException)
        {
            // Whatever malformed data makes of the reader, it is no message.
            throw new SerializationException($"The data is no message {manifest}.", wrong);
        }

        throw new SerializationException($"The data is no message {manifest}.");
    }
}
