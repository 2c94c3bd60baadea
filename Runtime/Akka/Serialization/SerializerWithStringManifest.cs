using Akka.Actor;

namespace Akka.Serialization;

#nullable disable annotations

/// <summary>A serializer that names types in its own way, so that they can be renamed while data lives on.</summary>
public abstract class SerializerWithStringManifest : Serializer
{
    /// <summary>A serializer of a system.</summary>
    /// <param name="system">The system.</param>
    protected SerializerWithStringManifest(ExtendedActorSystem system)
        : base(system)
    {
    }

    /// <summary>Always true.</summary>
    public sealed override bool IncludeManifest => true;

    /// <summary>Reads an object whose manifest is the full name of its type.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="type">The type of the object.</param>
    /// <returns>The object.</returns>
    public sealed override object FromBinary(byte[] bytes, Type type) => FromBinary(bytes, KnownTypes.NameOf(type));

    /// <summary>Reads an object.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="manifest">What <see cref="Manifest"/> had named the type.</param>
    /// <returns>The object.</returns>
    public abstract object FromBinary(byte[] bytes, string manifest);

    /// <summary>Names the type of an object.</summary>
    /// <param name="o">The object.</param>
    /// <returns>The name.</returns>
    public abstract string Manifest(object o);
}
